package io.netwright.ui.chart;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours and the type face of a chart, which come from the style sheet like all others: JFreeChart paints with
/// AWT and knows no CSS, so this region of size 0 stands in the scene and takes them for it.
final class ChartStyle extends Region {

    private static final StyleablePropertyFactory<ChartStyle> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> text = colour("-nw-chart-text", Color.GRAY);
    private final StyleableProperty<Color> grid = colour("-nw-chart-grid", Color.LIGHTGRAY);
    private final StyleableProperty<Color> train = colour("-nw-chart-train", Color.BLUE);
    private final StyleableProperty<Color> validation = colour("-nw-chart-validation", Color.ORANGE);
    private final StyleableProperty<Color> third = colour("-nw-chart-third", Color.GREEN);
    private final StyleableProperty<Color> fourth = colour("-nw-chart-fourth", Color.PURPLE);

    private final StyleableProperty<String> face =
            FACTORY.createStyleableStringProperty(this, "face", "-nw-chart-face", s -> s.face, "Inter");

    ChartStyle() {
        getStyleClass().add("nw-chart-style");
        setManaged(false);
    }

    private StyleableProperty<Color> colour(String name, Color initial) {
        return FACTORY.createStyleableColorProperty(this, name, name, s -> s.property(name), initial);
    }

    @SuppressWarnings("unchecked")
    private StyleableProperty<Color> property(String name) {
        for (StyleableProperty<Color> p : all()) {
            if (((javafx.beans.property.Property<Color>) p).getName().equals(name)) {
                return p;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private List<StyleableProperty<Color>> all() {
        return List.of(text, grid, train, validation, third, fourth);
    }

    /// Calls `change` whenever the theme changes a colour, or the language the face.
    @SuppressWarnings("unchecked")
    void onChange(Runnable change) {
        for (StyleableProperty<Color> p : all()) {
            ((ObservableValue<Color>) p).addListener((o, was, is) -> change.run());
        }
        ((ObservableValue<String>) face).addListener((o, was, is) -> change.run());
    }

    /// @return the family of the type face
    String face() {
        return face.getValue();
    }

    Color text() {
        return text.getValue();
    }

    Color grid() {
        return grid.getValue();
    }

    Color of(Curve.Tone tone) {
        return switch (tone) {
            case TRAIN -> train.getValue();
            case VALIDATION -> validation.getValue();
            case THIRD -> third.getValue();
            case FOURTH -> fourth.getValue();
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
