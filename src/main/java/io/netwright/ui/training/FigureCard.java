package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A figure that matters, under its name.
final class FigureCard extends VBox {

    FigureCard(Words words, String id, ObservableValue<String> name, ObservableValue<String> figure) {
        Label title = Icons.label(Styles.MUTED, Styles.SMALL);
        title.textProperty().bind(name);
        Label value = Icons.label(Styles.FIGURE);
        value.setId("figure-" + id);
        value.textProperty().bind(figure);
        getStyleClass().addAll(Styles.CARD, "nw-figure-card");
        getChildren().addAll(title, value);
        setMinWidth(110);
        setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(this, Priority.ALWAYS);
    }
}
