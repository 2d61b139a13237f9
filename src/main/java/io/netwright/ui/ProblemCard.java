package io.netwright.ui;

import io.netwright.advice.Repairs.Tried;
import io.netwright.compile.Diagnostic;
import io.netwright.network.Node;
import io.netwright.network.References;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a diagnostic says: where, in words, with buttons for the ways out.
public final class ProblemCard extends HBox {

    /// @param withPlace whether the place is named, as a link; false where it is clear from what is around
    public ProblemCard(Session session, Words words, Diagnostic diagnostic, boolean withPlace) {
        super(8);
        getStyleClass().add("nw-problem");
        FontIcon icon = diagnostic.isError()
                ? Icons.of(Feather.ALERT_CIRCLE, Styles.BAD)
                : Icons.of(Feather.ALERT_TRIANGLE, Styles.WARNING);
        HBox mark = new HBox(icon);
        mark.getStyleClass().add("nw-problem-mark");

        Label text = new Label();
        text.textProperty().bind(words.compute(() -> words.now(diagnostic.message())));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox content = new VBox(6);
        HBox.setHgrow(content, Priority.ALWAYS);
        if (withPlace && diagnostic.node() != null) {
            HBox line = new HBox(8, place(session, diagnostic), text);
            line.setAlignment(Pos.TOP_LEFT);
            content.getChildren().add(line);
        } else {
            content.getChildren().add(text);
        }
        FlowPane buttons = new FlowPane(6, 6);
        session.advice().repairs(diagnostic, found -> {
            for (Tried tried : found) {
                buttons.getChildren().add(new RepairButton(session.advice(), words, tried));
            }
            if (!found.isEmpty() && buttons.getParent() == null) {
                content.getChildren().add(buttons);
            }
        });
        getChildren().addAll(mark, content);
    }

    private static HBox place(Session session, Diagnostic diagnostic) {
        Hyperlink link = new Hyperlink(diagnostic.place());
        link.setId("place-" + Ids.of(diagnostic.place()));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.getStyleClass().addAll(Styles.MONO, "nw-place");
        link.setOnAction(e -> session.focus(diagnostic));
        HBox place = new HBox(6, link);
        List<Node> way = References.along(session.network(), diagnostic.node() == null ? "" : diagnostic.node());
        String family = Optional.ofNullable(way.isEmpty() ? null : way.getLast())
                .map(Node::type)
                .flatMap(session.registry()::find)
                .map(l -> l.info().family().key())
                .orElse(null);
        if (family != null) {
            place.getChildren().addFirst(Icons.familySquare(family));
        }
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(Region.USE_PREF_SIZE);
        return place;
    }
}
