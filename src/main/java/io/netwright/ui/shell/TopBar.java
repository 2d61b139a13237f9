package io.netwright.ui.shell;

import io.netwright.ui.Action;
import io.netwright.ui.ActionButtons;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.View;
import io.netwright.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is open, what can be done here, and how the window itself is: from left to right.
final class TopBar extends StackPane {

    /// Below this width the action search is an icon.
    private static final double ROOMY = 1180;

    private final Words words;
    private final HBox middle = new HBox(6);
    private final List<Action> editing;

    /// @param editing undo and redo, left of each view's own actions
    /// @param project the menu under the project's name; null is a separator
    /// @param window  the icons at the right
    /// @param search  opens the action search
    TopBar(
            Session session,
            Words words,
            List<Action> editing,
            List<@Nullable Action> project,
            List<Action> window,
            Action search) {
        this.words = words;
        this.editing = editing;
        getStyleClass().add("nw-top-bar");
        middle.setAlignment(Pos.CENTER);

        HBox left = new HBox(10, new Logo(26), projectMenu(session, project));
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(150);
        HBox right = new HBox(6, searchButton(search));
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        for (Action action : window) {
            Button button = ActionButtons.button(action, words);
            button.setMinWidth(Region.USE_PREF_SIZE);
            // the name of a language is written in that language
            button.getStyleClass().add(action.isIconOnly() ? "nw-window-action" : "nw-cjk");
            right.getChildren().add(button);
        }
        getChildren().add(new Thirds(left, middle, right));
    }

    private MenuButton projectMenu(Session session, List<@Nullable Action> actions) {
        MenuButton menu = new MenuButton();
        menu.setId("project-menu");
        menu.setMnemonicParsing(false);
        menu.getStyleClass().addAll(Styles.QUIET, "nw-project-menu");
        menu.textProperty()
                .bind(words.compute(
                        () -> {
                            var open = session.projectProperty().get();
                            return open == null ? words.now("ui.project.none") : open.name();
                        },
                        session.projectProperty()));
        Region dot = new Region();
        dot.getStyleClass().add("nw-unsaved-dot");
        Tooltip.install(dot, words.tooltip("ui.status.unsaved"));
        menu.graphicProperty().bind(session.dirtyProperty().map(dirty -> dirty ? dot : null));
        menu.setContentDisplay(ContentDisplay.RIGHT);
        for (Action action : actions) {
            menu.getItems().add(action == null ? new SeparatorMenuItem() : ActionButtons.menuItem(action, words));
        }
        return menu;
    }

    private Node searchButton(Action search) {
        Label text = Icons.label(Styles.FAINT);
        text.textProperty().bind(words.text(search.label()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label key = Icons.label(Styles.KEY_CAP, Styles.MONO);
        search.shortcut().ifPresent(k -> key.setText(k.getDisplayText()));
        HBox content = new HBox(8, Icons.of(Feather.SEARCH, Styles.FAINT), text, gap, key);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId(Ids.of(search.key()));
        button.getStyleClass().add("nw-search-button");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.accessibleTextProperty().bind(words.text(search.label()));
        button.setOnAction(e -> search.run());
        widthProperty().addListener((property, was, is) -> {
            boolean roomy = is.doubleValue() >= ROOMY;
            for (Node part : List.of(text, gap, key)) {
                part.setVisible(roomy);
                part.setManaged(roomy);
            }
            button.setPrefWidth(roomy ? 200 : Region.USE_COMPUTED_SIZE);
        });
        return button;
    }

    /// Shows what can be done in `view`; null where no view is shown.
    void show(@Nullable View view) {
        middle.getChildren().clear();
        if (view == null) {
            return;
        }
        List<Action> own = view.actions().stream().filter(Action::isInBar).toList();
        for (Action action : editing) {
            middle.getChildren().add(ActionButtons.button(action, words));
        }
        if (!own.isEmpty()) {
            Region rule = new Region();
            rule.getStyleClass().add("nw-bar-rule");
            middle.getChildren().add(rule);
        }
        for (Action action : own) {
            Button button = ActionButtons.button(action, words);
            button.setMinWidth(Region.USE_PREF_SIZE);
            middle.getChildren().add(button);
        }
    }
}
