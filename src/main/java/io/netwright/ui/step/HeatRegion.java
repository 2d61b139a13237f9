package io.netwright.ui.step;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Something painted cell by cell in the colours of the theme: positive numbers tend to one colour, negative to
/// another, the more the larger they are. The colours are set by style sheets.
abstract class HeatRegion extends Region {

    /// The most of a colour that a cell takes on, so that the number on it stays legible.
    private static final double STRONGEST = 0.62;
    /// The least for a number that is not 0.
    private static final double FAINTEST = 0.06;

    private static final StyleablePropertyFactory<HeatRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final CssMetaData<HeatRegion, Color> POSITIVE = colour("-nw-heat-positive", 0);
    private static final CssMetaData<HeatRegion, Color> NEGATIVE = colour("-nw-heat-negative", 1);
    private static final CssMetaData<HeatRegion, Color> GROUND = colour("-nw-heat-ground", 2);
    private static final CssMetaData<HeatRegion, Color> INK = colour("-nw-heat-ink", 3);
    private static final CssMetaData<HeatRegion, Color> FAINT = colour("-nw-heat-faint", 4);
    private static final CssMetaData<HeatRegion, Color> RING = colour("-nw-heat-ring", 5);
    private static final CssMetaData<HeatRegion, Color> LINE = colour("-nw-heat-line", 6);

    private final List<SimpleStyleableObjectProperty<Color>> colours = List.of(
            property(POSITIVE),
            property(NEGATIVE),
            property(GROUND),
            property(INK),
            property(FAINT),
            property(RING),
            property(LINE));
    private final Canvas canvas = new Canvas();

    HeatRegion() {
        getStyleClass().add("nw-heat");
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    @SuppressWarnings("unchecked")
    private static CssMetaData<HeatRegion, Color> colour(String name, int place) {
        return FACTORY.createColorCssMetaData(
                name, r -> (StyleableProperty<Color>) r.colours.get(place), Color.TRANSPARENT, false);
    }

    private SimpleStyleableObjectProperty<Color> property(CssMetaData<HeatRegion, Color> meta) {
        var property = new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), Color.TRANSPARENT);
        property.addListener((p, was, is) -> requestLayout());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    final Color ink() {
        return colours.get(3).get();
    }

    final Color faint() {
        return colours.get(4).get();
    }

    final Color line() {
        return colours.get(6).get();
    }

    final Color ring() {
        return colours.get(5).get();
    }

    /// @param largest the absolute value that gets the full colour
    /// @return the colour of a cell that holds `value`
    final Color heat(double value, double largest) {
        Color ground = colours.get(2).get();
        if (Double.isNaN(value)) {
            return colours.get(1).get();
        }
        if (value == 0 || largest == 0) {
            return ground;
        }
        double share = Math.min(1, Math.abs(value) / largest);
        return ground.interpolate(colours.get(value > 0 ? 0 : 1).get(), FAINTEST + (STRONGEST - FAINTEST) * share);
    }

    @Override
    protected final void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        paint(g);
    }

    /// Paints everything anew.
    abstract void paint(GraphicsContext g);
}
