package io.netwright.ui.inspector;

import io.netwright.compile.Compilation.NodeCost;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.network.Node;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Several nodes are selected: which, what they cost together, and what can be done with all of them.
final class ManyPage implements Page {

    /// Where copies come to stand beside their originals, in pixels.
    private static final double SHIFT = 32;

    private final Session session;
    private final Words words;
    private final List<String> names;
    private final VBox root = new VBox();
    private final VBox facts = new VBox(6);

    ManyPage(Session session, Words words, List<String> names) {
        this.session = session;
        this.words = words;
        this.names = names;
        root.getStyleClass().add("nw-inspector-page");
        Label title = words.bind(Icons.label(Styles.TITLE), "design.inspector.many", names.size());
        VBox actions = new VBox(
                6,
                button("design.inspector.duplicate", Feather.COPY, () -> Edits.duplicate(names, SHIFT, SHIFT)),
                button("design.inspector.reconnect", Feather.LINK, () -> Edits.deleteAndReconnect(names)),
                button("design.inspector.delete", Feather.TRASH_2, () -> Edits.delete(names)));
        actions.setFillWidth(true);
        facts.getStyleClass().add("nw-costs");
        root.getChildren()
                .addAll(
                        title,
                        members(),
                        NodePage.section(words, "design.inspector.together", actions),
                        NodePage.section(words, "design.inspector.cost", facts));
        refresh();
    }

    private VBox members() {
        VBox list = new VBox(6);
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(8, names.size()));
        for (String name : shown) {
            Label label = Icons.label(Styles.MONO, Styles.SMALL);
            label.setText(name);
            HBox line = new HBox(8, label);
            session.network()
                    .node(name)
                    .map(Node::type)
                    .flatMap(session.registry()::find)
                    .ifPresent(l -> {
                        Label type = Icons.label(Styles.MUTED, Styles.SMALL);
                        type.setText(l.info().type());
                        line.getChildren()
                                .addFirst(Icons.familySquare(l.info().family().key()));
                        line.getChildren().add(type);
                    });
            line.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(line);
        }
        if (shown.size() < names.size()) {
            list.getChildren()
                    .add(words.bind(
                            Icons.label(Styles.FAINT, Styles.SMALL),
                            "design.inspector.more",
                            names.size() - shown.size()));
        }
        return list;
    }

    private Button button(String key, Feather icon, Supplier<Edit> edit) {
        Button button = words.bind(new Button(), key);
        button.setId(Ids.of(key));
        button.setGraphic(Icons.of(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(e -> session.editor().apply(edit.get()));
        return button;
    }

    @Override
    public javafx.scene.Node node() {
        return root;
    }

    @Override
    public void refresh() {
        List<NodeCost> costs = names.stream()
                .map(n -> session.compilation().costs().getOrDefault(n, NodeCost.NONE))
                .toList();
        facts.getChildren().clear();
        fact(
                "design.inspector.parameters",
                Figures.count(costs.stream().mapToLong(NodeCost::parameters).sum()));
        fact(
                "design.inspector.flops",
                Figures.scaled(costs.stream().mapToLong(NodeCost::flops).sum(), "FLOP"));
    }

    private void fact(String key, String value) {
        Label figure = Icons.label(Styles.MONO);
        figure.setText(value);
        facts.getChildren().add(CostSection.line(words.bind(Icons.label(Styles.MUTED), key), figure));
    }
}
