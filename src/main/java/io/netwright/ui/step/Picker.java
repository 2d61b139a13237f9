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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Chooses one of several numbered things, such as a sample of the batch: back, the number, on. What is an axis of an
/// array is counted from 0, as its indices are; what people count, such as batches, from 1.
final class Picker extends HBox {

    private final Button back = arrow(Feather.CHEVRON_LEFT);
    private final Button on = arrow(Feather.CHEVRON_RIGHT);
    private final @Nullable TextField field;
    private final Label number = Icons.label(Styles.MONO, Styles.SMALL);
    private final Label of = Icons.label(Styles.FAINT, Styles.SMALL);
    private final IntConsumer chosen;
    private final Words words;
    private final int base;
    private int value;
    private int count = 1;

    /// @param name   the id of this control; its parts have `-back`, `-field` and `-on` behind it
    /// @param key    the word for what is chosen, in the bundles
    /// @param base   what the first is called: 0 or 1
    /// @param typing whether the number can be typed as well
    /// @param chosen hears of each choice a person makes, counted from 0
    Picker(String name, String key, int base, boolean typing, Words words, IntConsumer chosen) {
        this.base = base;
        this.words = words;
        this.chosen = chosen;
        this.field = typing ? new TextField() : null;
        setId(name);
        getStyleClass().add("nw-picker");
        setAlignment(Pos.CENTER_LEFT);
        Label label = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        back.setId(name + "-back");
        on.setId(name + "-on");
        back.accessibleTextProperty().bind(words.text("step.picker.back", label.textProperty()));
        on.accessibleTextProperty().bind(words.text("step.picker.on", label.textProperty()));
        back.setOnAction(e -> choose(value - 1));
        on.setOnAction(e -> choose(value + 1));
        getChildren().addAll(label, back, field == null ? number : field(field, name, label), of, on);
        show(0, 1);
    }

    private TextField field(TextField typed, String name, Label label) {
        typed.setId(name + "-field");
        typed.getStyleClass().addAll("nw-picker-field", Styles.MONO);
        typed.accessibleTextProperty().bind(label.textProperty());
        typed.setOnAction(e -> typed(typed));
        typed.focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                typed(typed);
            }
        });
        return typed;
    }

    private static Button arrow(Ikon ikon) {
        Button button = new Button(null, Icons.of(ikon));
        button.getStyleClass().addAll(Styles.QUIET, "nw-picker-arrow");
        button.setFocusTraversable(false);
        return button;
    }

    /// Shows that `which` (from 0) of `total` is chosen, and tells nobody.
    void show(int which, int total) {
        value = which;
        count = total;
        String text = Integer.toString(which + base);
        number.setText(text);
        if (field != null) {
            field.setText(text);
            field.setPrefColumnCount(Math.max(2, Integer.toString(total).length()));
            field.setDisable(total <= 1);
        }
        of.textProperty().unbind();
        words.bind(of, base == 0 ? "step.picker.upTo" : "step.picker.of", total - 1 + base);
        back.setDisable(which <= 0);
        on.setDisable(which >= total - 1);
    }

    private void typed(TextField typed) {
        try {
            choose(Integer.parseInt(typed.getText().strip()) - base);
        } catch (NumberFormatException e) {
            typed.setText(Integer.toString(value + base));
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
