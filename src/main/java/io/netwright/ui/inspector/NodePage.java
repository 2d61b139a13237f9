package io.netwright.ui.inspector;

import io.netwright.layer.CommonProps;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Session.Focus;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.property.PropertyRow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One selected layer. It explains before it asks: what the layer does, its formula, then its properties, what it costs
/// and what is wrong with it.
final class NodePage implements Page {

    private static final double FORMULA_SIZE = 17;

    private final VBox root = new VBox();
    private final List<PropertyRow> rows = new ArrayList<>();
    private final CostSection cost;
    private final InsideSection inside;
    private final ProblemSection problems;

    /// @param layer of the node
    NodePage(Session session, Words words, String node, Layer layer) {
        LayerInfo info = layer.info();
        root.getStyleClass().add("nw-inspector-page");

        Label type = Icons.label(Styles.TITLE);
        type.setText(info.type());
        Label family = words.bind(
                Icons.label(Styles.MUTED, Styles.SMALL),
                "layers.family." + info.family().key());
        NameField name = new NameField(session, node);
        name.setTooltip(words.tooltip("design.inspector.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(140);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(9, Icons.familySquare(info.family().key()), new VBox(1, type, family), gap, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Label wrongName = Icons.label(Styles.BAD, Styles.SMALL);
        wrongName.setId("problem-name");
        wrongName.setWrapText(true);
        wrongName.textProperty().bind(words.text(name.problemProperty()));
        wrongName.visibleProperty().bind(name.problemProperty().isNotNull());
        wrongName.managedProperty().bind(name.problemProperty().isNotNull());

        Label help = words.bind(Icons.label(Styles.MUTED), "layers." + info.type() + ".help");
        help.setId("layer-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox formula = new VBox(new Formula(info.formula(), FORMULA_SIZE));
        formula.getStyleClass().add("nw-inspector-formula");
        root.getChildren().addAll(head, wrongName, help, formula);

        List<Prop<?>> props = new ArrayList<>(info.props());
        props.addAll(common(session, node, info));
        if (!props.isEmpty()) {
            VBox properties = new VBox();
            properties.getStyleClass().add("nw-properties");
            for (Prop<?> prop : props) {
                PropertyRow row = new PropertyRow(new NodeProperties(session, node), words, prop);
                rows.add(row);
                properties.getChildren().add(row);
            }
            root.getChildren().add(section(words, "design.inspector.properties", properties));
        }
        cost = new CostSection(session, words, node);
        problems = new ProblemSection(session, words, node);
        inside = new InsideSection(session, node);
        if (session.networkHere()
                .node(node)
                .filter(io.netwright.network.Node::isBlock)
                .isPresent()) {
            root.getChildren().add(section(words, "design.inspector.inside", inside));
        }
        root.getChildren().addAll(section(words, "design.inspector.cost", cost), problems);
        refresh();
    }

    /// @return what layers can be set to without declaring it; of a layer without weights only what was set
    private static List<Prop<?>> common(Session session, String name, LayerInfo info) {
        var node = session.networkHere().node(name);
        boolean weights = node.filter(io.netwright.network.Node::isBlock).isPresent()
                || !session.compiledHere()
                        .trained()
                        .getOrDefault(name, List.of())
                        .isEmpty();
        return CommonProps.of(info).stream()
                .filter(p -> weights
                        || info.family() == Family.LOSS
                        || node.filter(n -> n.props().containsKey(p.key())).isPresent())
                .toList();
    }

    /// @return a heading over `content`, with a rule above
    static VBox section(Words words, String key, Node content) {
        Region rule = new Region();
        rule.getStyleClass().add(Styles.RULE);
        Label heading = words.bind(Icons.label(Styles.HEADING), key);
        VBox section = new VBox(8, rule, heading, content);
        section.getStyleClass().add("nw-inspector-section");
        return section;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        rows.forEach(PropertyRow::refresh);
        cost.refresh();
        inside.refresh();
        problems.refresh();
    }

    @Override
    public void flush() {
        rows.forEach(PropertyRow::flush);
    }

    @Override
    public void focus(Focus place) {
        rows.stream().filter(r -> r.key().equals(place.property())).findFirst().ifPresent(PropertyRow::focusEditor);
    }
}
