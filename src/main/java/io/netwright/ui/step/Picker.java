package io.netwright.ui.step;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Chooses one of several numbered things, such as a sample of the batch: back, the number, on. A person counts from 1,
/// the program from 0.
final class Picker extends HBox {

    private final Button back = arrow(Feather.CHEVRON_LEFT);
    private final Button on = arrow(Feather.CHEVRON_RIGHT);
    private final TextField field = new TextField();
    private final Label of = Icons.label(Styles.FAINT, Styles.SMALL);
    private final IntConsumer chosen;
    private final Words words;
    private int value;
    private int count = 1;

    /// @param name   the id of this control; its parts have `-back`, `-field` and `-on` behind it
    /// @param key    the word for what is chosen, in the bundles
    /// @param chosen hears of each choice a person makes
    Picker(String name, String key, Words words, IntConsumer chosen) {
        this.words = words;
        this.chosen = chosen;
        setId(name);
        getStyleClass().add("nw-picker");
        setAlignment(Pos.CENTER_LEFT);
        Label label = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        back.setId(name + "-back");
        on.setId(name + "-on");
        field.setId(name + "-field");
        field.getStyleClass().addAll("nw-picker-field", Styles.MONO);
        field.accessibleTextProperty().bind(label.textProperty());
        back.accessibleTextProperty().bind(words.text("step.picker.back", label.textProperty()));
        on.accessibleTextProperty().bind(words.text("step.picker.on", label.textProperty()));
        back.setOnAction(e -> choose(value - 1));
        on.setOnAction(e -> choose(value + 1));
        field.setOnAction(e -> typed());
        field.focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                typed();
            }
        });
        getChildren().addAll(label, back, field, of, on);
        show(0, 1);
    }

    private static Button arrow(Ikon ikon) {
        Button button = new Button(null, Icons.of(ikon));
        button.getStyleClass().addAll(Styles.QUIET, "nw-picker-arrow");
        button.setFocusTraversable(false);
        return button;
    }

    /// Shows that `which` of `total` is chosen, and tells nobody.
    void show(int which, int total) {
        value = which;
        count = total;
        field.setText(Integer.toString(which + 1));
        field.setPrefColumnCount(Math.max(2, Integer.toString(total).length()));
        of.textProperty().unbind();
        words.bind(of, "step.picker.of", total);
        back.setDisable(which <= 0);
        on.setDisable(which >= total - 1);
        field.setDisable(total <= 1);
    }

    private void typed() {
        try {
            choose(Integer.parseInt(field.getText().strip()) - 1);
        } catch (NumberFormatException e) {
            field.setText(Integer.toString(value + 1));
        }
    }

    private void choose(int which) {
        int next = Math.clamp(which, 0, count - 1);
        boolean other = next != value;
        show(next, count);
        if (other) {
            chosen.accept(next);
        }
    }
}
