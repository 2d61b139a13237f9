package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A source in the list: its picture, name and one line; when it is the chosen one it opens and has its settings
/// beneath.
final class SourceCard extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SourceChoice choice;
    private final StackPane picture = new StackPane();
    private final VBox settings = new VBox(8);

    /// @param choose what a click does
    SourceCard(Words words, SourceChoice choice, Runnable choose) {
        this.choice = choice;
        getStyleClass().add("nw-data-source");
        Label title = Icons.label("nw-medium");
        title.textProperty().bind(words.compute(() -> words.now(choice.title())));
        Label line = Icons.label(Styles.MUTED, Styles.SMALL);
        line.textProperty().bind(words.compute(() -> words.now(choice.line())));
        VBox text = new VBox(1, title, line);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(10, picture, text);
        head.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId("source-" + choice.id());
        button.setGraphic(head);
        button.accessibleTextProperty().bind(title.textProperty());
        button.getStyleClass().addAll(Styles.QUIET, "nw-data-source-head");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> choose.run());
        Label about = Icons.label(Styles.MUTED, Styles.SMALL);
        about.textProperty().bind(words.compute(() -> words.now(choice.about())));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        settings.getStyleClass().add("nw-data-settings");
        settings.getChildren().add(about);
        picture.getChildren().add(new Thumbnail(null));
        getChildren().addAll(button, settings);
        setChosen(false);
    }

    SourceChoice choice() {
        return choice;
    }

    void setPicture(DataSet set) {
        picture.getChildren().setAll(new Thumbnail(set));
    }

    void addSettings(Node... nodes) {
        settings.getChildren().addAll(nodes);
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        settings.setVisible(chosen);
        settings.setManaged(chosen);
    }
}
