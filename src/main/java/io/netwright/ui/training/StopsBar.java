package io.netwright.ui.training;

import io.netwright.train.StopRule;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// When a run is to hold by itself; a field that is empty stands for never.
final class StopsBar extends HBox {

    private static final double FIELD = 62;

    private final Training training;
    private final TextField step;
    private final TextField spike;
    private final TextField ratio;
    private final TextField patience;

    StopsBar(Training training, Words words) {
        super(10);
        this.training = training;
        setId("stops");
        getStyleClass().addAll(Styles.CARD, "nw-stops");
        setAlignment(Pos.CENTER_LEFT);
        Label title = words.bind(Icons.label(Styles.STRONG), "panels.train.stops");
        title.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(title);
        step = field(words, "step");
        spike = field(words, "spike");
        ratio = field(words, "ratio");
        patience = field(words, "patience");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private TextField field(Words words, String key) {
        Label name = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.train.stops." + key);
        TextField field = words.bindPrompt(new TextField(), "panels.train.stops.never");
        field.setId("stop-" + key);
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.setTooltip(words.tooltip("panels.train.stops." + key + ".help"));
        field.setOnAction(e -> apply());
        field.focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                apply();
            }
        });
        getChildren().addAll(name, field);
        return field;
    }

    private void apply() {
        Double s = number(step, true);
        Double k = number(spike, false);
        Double r = number(ratio, false);
        Double n = number(patience, true);
        if (s != null && k != null && r != null && n != null) {
            training.stopWhen(new StopRule(s.longValue(), k, r, n.intValue()));
        }
    }

    private static @Nullable Double number(TextField field, boolean whole) {
        String text = field.getText().strip();
        field.getStyleClass().remove(Styles.INVALID);
        try {
            double x = text.isEmpty() ? 0 : Double.parseDouble(text);
            if (x >= 0 && x < 1e15 && (!whole || x == Math.rint(x))) {
                return x;
            }
        } catch (NumberFormatException e) {
            // marked below
        }
        field.getStyleClass().add(Styles.INVALID);
        return null;
    }
}
