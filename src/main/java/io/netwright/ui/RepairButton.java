package io.netwright.ui;

import io.netwright.advice.Repairs.Tried;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// A way out of a problem: the canvas shows what it would do while the pointer or the keyboard is on it, and a click
/// does it.
public final class RepairButton extends Button {

    public RepairButton(Advice advice, Words words, Tried tried) {
        setId(Ids.of(tried.repair().label().key()));
        getStyleClass().add("nw-fix");
        textProperty().bind(words.compute(() -> words.now(tried.repair().label())));
        setOnAction(e -> advice.take(tried));
        hoverProperty().subscribe((was, is) -> look(advice, is ? tried : null));
        focusVisibleProperty().subscribe((was, is) -> look(advice, is ? tried : null));
    }

    private static void look(Advice advice, @Nullable Tried tried) {
        advice.preview(tried);
    }
}
