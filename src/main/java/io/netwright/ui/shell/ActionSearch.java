package io.netwright.ui.shell;

import io.netwright.ui.Action;
import io.netwright.ui.Fuzzy;
import io.netwright.ui.Icons;
import io.netwright.ui.Overlay;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The action search: type a few letters, press Enter, and it is done.
final class ActionSearch {

    private static final double WIDTH = 560;
    private static final int ROWS = 9;
    private static final double ROW_HEIGHT = 36;

    private final Overlay overlay;
    private final Words words;
    private final Supplier<List<Action>> actions;

    /// @param actions what can be searched for now, the most specific first
    ActionSearch(Overlay overlay, Words words, Supplier<List<Action>> actions) {
        this.overlay = overlay;
        this.words = words;
        this.actions = actions;
    }

    void open() {
        List<Action> possible =
                actions.get().stream().filter(a -> !a.disabled().get()).toList();
        TextField field = words.bindPrompt(new TextField(), "ui.search.prompt");
        field.setId("action-search");
        ListView<Action> list = new ListView<>();
        list.setId("action-results");
        list.getStyleClass().add("nw-action-results");
        list.setCellFactory(view -> new Row());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setPlaceholder(words.bind(Icons.label(Styles.MUTED), "ui.search.nothing"));

        Runnable search = () -> {
            list.getItems().setAll(matching(possible, field.getText()));
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        };
        field.textProperty().addListener((property, was, is) -> search.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            var selected = list.getSelectionModel();
            switch (e.getCode()) {
                case DOWN -> selected.select(Math.min(list.getItems().size() - 1, selected.getSelectedIndex() + 1));
                case UP -> selected.select(Math.max(0, selected.getSelectedIndex() - 1));
                case ENTER -> choose(selected.getSelectedItem());
                default -> {
                    return;
                }
            }
            list.scrollTo(Math.max(0, selected.getSelectedIndex() - ROWS + 2));
            e.consume();
        });
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                choose(list.getSelectionModel().getSelectedItem());
            }
        });
        list.setPrefHeight(ROWS * ROW_HEIGHT + 12);
        VBox card = new VBox(field, list);
        card.getStyleClass().addAll(Styles.FLOATING, "nw-action-search");
        card.setPrefWidth(WIDTH);
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setMargin(card, new javafx.geometry.Insets(72, 0, 0, 0));
        search.run();
        overlay.show(card, Pos.TOP_CENTER, field, () -> {});
    }

    private List<Action> matching(List<Action> possible, String query) {
        record Hit(Action action, int score) {}
        return possible.stream()
                .map(a -> new Hit(a, Fuzzy.score(query, words.now(a.label().getValue()))))
                .filter(hit -> hit.score() > Fuzzy.NONE)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::action)
                .toList();
    }

    private void choose(@org.jspecify.annotations.Nullable Action action) {
        if (action != null) {
            overlay.hide();
            action.run();
        }
    }

    private final class Row extends ListCell<Action> {
        private final FontIcon icon = new FontIcon();
        private final Label label = new Label();
        private final Label key = Icons.label(Styles.KEY_CAP, Styles.MONO);
        private final HBox content;

        Row() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            StackPane slot = new StackPane(icon);
            slot.setMinWidth(20);
            content = new HBox(8, slot, label, gap, key);
            content.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            label.setText(words.now(action.label().getValue()));
            var ikon = action.icon() == null ? null : action.icon().getValue();
            icon.setVisible(ikon != null);
            if (ikon != null) {
                icon.setIconCode(ikon);
            }
            key.setVisible(action.shortcut().isPresent());
            key.setText(action.shortcut().map(k -> k.getDisplayText()).orElse(""));
            setGraphic(content);
        }
    }
}
