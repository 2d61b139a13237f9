package io.netwright.ui.data;

import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One of several, with its name; the words of the options follow the language.
///
/// @param <T> comparable by `equals`
final class ChoiceRow<T> extends HBox {

    private static final double BOX_WIDTH = 156;
    private static final double LEAST_BOX_WIDTH = 118;

    private final Words words;
    private final Function<T, Message> name;
    private final ComboBox<T> box = new ComboBox<>();
    private boolean refreshing;

    /// @param id     of the list
    /// @param key    of the words before it
    /// @param name   what an option is called
    /// @param choose takes what a person chose
    ChoiceRow(Words words, String id, String key, Function<T, Message> name, Consumer<T> choose) {
        super(10);
        this.words = words;
        this.name = name;
        Label label = words.bind(Icons.label(Styles.MUTED), key);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setLabelFor(box);
        box.setId(id);
        box.getStyleClass().add("nw-data-choice");
        box.setPrefWidth(BOX_WIDTH);
        box.setMinWidth(LEAST_BOX_WIDTH);
        box.setMaxWidth(BOX_WIDTH);
        box.setCellFactory(list -> cell());
        box.setButtonCell(cell());
        box.valueProperty().addListener((p, was, is) -> {
            if (!refreshing && is != null) {
                choose.accept(is);
            }
        });
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(label, box);
    }

    /// Shows these options and which of them is chosen. Words of options may have changed, too.
    void show(List<T> options, T chosen) {
        refreshing = true;
        if (!box.getItems().equals(options)) {
            box.getItems().setAll(options);
        }
        box.setValue(chosen);
        box.setButtonCell(cell());
        refreshing = false;
    }

    private ListCell<T> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T option, boolean empty) {
                super.updateItem(option, empty);
                textProperty().unbind();
                if (empty || option == null) {
                    setText(null);
                } else {
                    textProperty().bind(words.compute(() -> words.now(name.apply(option))));
                }
            }
        };
    }
}
