package io.netwright.ui.inspector;

import io.netwright.advice.ReceptiveField;
import io.netwright.compile.Compilation;
import io.netwright.compile.Compilation.NodeCost;
import io.netwright.compile.Compilation.Trained;
import io.netwright.layer.PortInfo;
import io.netwright.network.Port;
import io.netwright.tensor.Shape;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a node costs: numbers to train, arithmetic and memory for one sample, and the shape that leaves it. What the
/// compiler could not work out reads "not computed", never 0.
final class CostSection extends VBox {

    private final Session session;
    private final Words words;
    private final String node;

    CostSection(Session session, Words words, String node) {
        this.session = session;
        this.words = words;
        this.node = node;
        setSpacing(6);
        getStyleClass().add("nw-costs");
    }

    void refresh() {
        Compilation compiled = session.compiledHere();
        Optional<NodeCost> cost = Optional.ofNullable(compiled.costs().get(node));
        getChildren().clear();
        List<PortInfo> outputs = session.networkHere()
                .node(node)
                .map(session.registry()::outputs)
                .orElse(List.of());
        for (PortInfo port : outputs) {
            Optional<Shape> shape = Optional.ofNullable(compiled.shapes().get(new Port(node, port.name())));
            fact("design.inspector.shape", "cost-shape", shape.map(CostSection::sample));
        }
        fact("design.inspector.parameters", "cost-parameters", cost.map(c -> Figures.count(c.parameters())));
        if (cost.filter(c -> c.frozen() > 0).isPresent()) {
            fact("design.inspector.trainable", "cost-trainable", cost.map(c -> Figures.count(c.trainable())));
        }
        if (cost.isPresent()) {
            for (Trained trained : compiled.trained().getOrDefault(node, List.of())) {
                detail(trained.name(), trained.shape().toString());
            }
        }
        fact("design.inspector.flops", "cost-flops", cost.map(c -> Figures.count(c.flops())));
        fact(
                "design.inspector.memory",
                "cost-memory",
                cost.map(c -> Figures.bytes(
                        c.activationValues() * session.training().precision().bytes())));
        Optional<int[]> field = session.levelProperty().get().isEmpty()
                ? ReceptiveField.of(session.registry(), compiled, node)
                : Optional.empty();
        // inside a block it would be that of what comes into the block
        field.filter(f -> f[0] > 1 || f[1] > 1)
                .ifPresent(f -> fact(
                        "design.inspector.receptiveField", "cost-receptive-field", Optional.of(f[0] + " × " + f[1])));
    }

    /// @return the shape of one sample; the batch is the same everywhere and left out
    static String sample(Shape shape) {
        boolean batched = shape.rank() > 1 && shape.raw(0) == Shape.N;
        return batched ? shape.sample().toString() : shape.toString();
    }

    private void fact(String key, String id, Optional<String> value) {
        Label figure = Icons.label(value.isPresent() ? Styles.MONO : Styles.FAINT);
        figure.setId(id);
        if (value.isPresent()) {
            figure.setText(value.get());
        } else {
            words.bind(figure, "design.inspector.notComputed");
        }
        getChildren().add(line(words.bind(Icons.label(Styles.MUTED), key), figure));
    }

    private void detail(String name, String shape) {
        Label left = Icons.label(Styles.FAINT, Styles.SMALL, Styles.MONO);
        left.setText("  " + name);
        Label right = Icons.label(Styles.FAINT, Styles.SMALL, Styles.MONO);
        right.setText(shape);
        getChildren().add(line(left, right));
    }

    static HBox line(Label name, Label value) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(8, name, gap, value);
    }
}
