package io.netwright.ui.inspector;

import io.netwright.compile.Diagnostic;
import io.netwright.ui.Icons;
import io.netwright.ui.ProblemCard;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is wrong at one node, with the ways out beside it. Not there where nothing is.
final class ProblemSection extends VBox {

    private final Session session;
    private final Words words;
    private final String node;
    private List<Diagnostic> shown = List.of();

    ProblemSection(Session session, Words words, String node) {
        this.session = session;
        this.words = words;
        this.node = node;
        getStyleClass().add("nw-inspector-section");
        setSpacing(8);
        setVisible(false);
        setManaged(false);
    }

    void refresh() {
        List<Diagnostic> found = session.compilation().within(session.path(node));
        if (!found.equals(shown) || !found.isEmpty()) {
            shown = found;
            show(found);
        }
    }

    private void show(List<Diagnostic> found) {
        setVisible(!found.isEmpty());
        setManaged(!found.isEmpty());
        getChildren().clear();
        if (found.isEmpty()) {
            return;
        }
        Region rule = new Region();
        rule.getStyleClass().add(Styles.RULE);
        Label count =
                Icons.label(Styles.BADGE, found.stream().anyMatch(Diagnostic::isError) ? Styles.BAD : Styles.WARNING);
        count.setText(Integer.toString(found.size()));
        HBox heading = new HBox(8, words.bind(Icons.label(Styles.HEADING), "design.problems.title"), count);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(rule, heading);
        for (Diagnostic diagnostic : found) {
            getChildren().add(new ProblemCard(session, words, diagnostic, false));
        }
    }
}
