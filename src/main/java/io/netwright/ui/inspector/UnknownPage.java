package io.netwright.ui.inspector;

import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A selected node whose type no layer has: its name, and what the compiler says of it.
final class UnknownPage implements Page {

    private final VBox root = new VBox();
    private final ProblemSection problems;

    UnknownPage(Session session, Words words, String node, String type) {
        root.getStyleClass().add("nw-inspector-page");
        Label title = Icons.label(Styles.TITLE);
        title.setText(type);
        Label name = Icons.label(Styles.MONO, Styles.MUTED);
        name.setText(node);
        problems = new ProblemSection(session, words, node);
        root.getChildren().addAll(title, name, problems);
        refresh();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        problems.refresh();
    }
}
