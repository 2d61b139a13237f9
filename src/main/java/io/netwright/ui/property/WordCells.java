package io.netwright.ui.property;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// Cells that show options in words, which follow the language.
final class WordCells {

    private WordCells() {}

    /// @param words gives the words of an option; null where it has none and shows itself
    static void install(ComboBox<String> box, Function<String, @Nullable ObservableValue<String>> words) {
        box.setCellFactory(list -> cell(words));
        box.setButtonCell(cell(words));
    }

    private static ListCell<String> cell(Function<String, @Nullable ObservableValue<String>> words) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable String option, boolean empty) {
                super.updateItem(option, empty);
                textProperty().unbind();
                if (empty || option == null) {
                    setText(null);
                    return;
                }
                ObservableValue<String> text = words.apply(option);
                if (text == null) {
                    setText(option);
                } else {
                    textProperty().bind(text);
                }
            }
        };
    }
}
