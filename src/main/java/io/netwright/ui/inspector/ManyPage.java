package io.netwright.ui.inspector;

import io.netwright.compile.Compilation.NodeCost;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.property.PropertyRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final ManyProperties properties;
    private final Map<PropertyRow, Label> rows = new LinkedHashMap<>();
    private final Map<PropertyRow, Prop<?>> props = new LinkedHashMap<>();

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
        properties = new ManyProperties(session, names);
        root.getChildren().addAll(title, members());
        VBox common = common();
        if (!rows.isEmpty()) {
            root.getChildren().add(NodePage.section(words, "design.inspector.common", common));
        }
        root.getChildren()
                .addAll(
                        NodePage.section(words, "design.inspector.together", actions),
                        NodePage.section(words, "design.inspector.cost", facts));
        refresh();
    }

    private VBox common() {
        VBox list = new VBox(4);
        for (Prop<?> prop : properties.common()) {
            if (prop instanceof Prop.InitProp) {
                // explicit values belong to one shape
                continue;
            }
            PropertyRow row = new PropertyRow(properties, words, prop);
            Label differs = words.bind(Icons.label(Styles.FAINT, Styles.SMALL), "design.inspector.differs");
            differs.setId("differs-" + prop.key());
            differs.managedProperty().bind(differs.visibleProperty());
            rows.put(row, differs);
            props.put(row, prop);
            list.getChildren().addAll(row, differs);
        }
        return list;
    }

    private VBox members() {
        VBox list = new VBox(6);
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(8, names.size()));
        for (String name : shown) {
            Label label = Icons.label(Styles.MONO, Styles.SMALL);
            label.setText(name);
            HBox line = new HBox(8, label);
            session.networkHere()
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
        rows.forEach((row, differs) -> {
            row.refresh();
            differs.setVisible(properties.differs(Objects.requireNonNull(props.get(row))));
        });
        List<NodeCost> costs = names.stream()
                .map(n -> session.compiledHere().costs().getOrDefault(n, NodeCost.NONE))
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
