package io.netwright.ui.canvas.drawing;

import io.netwright.compile.Compilation;
import io.netwright.compile.Diagnostic;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.References;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what each node's card shows.
final class CardMaker {

    /// The family of nodes whose type no layer has; grey as the inputs.
    private static final String UNKNOWN_FAMILY = "input";

    private final LayerRegistry registry;
    private final Messages messages;
    private final Summary summary;
    private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Set<String>> wiredInputs = new HashMap<>();
    private final Map<String, Set<String>> wiredOutputs = new HashMap<>();

    CardMaker(LayerRegistry registry, Network network, @Nullable Compilation compilation, Messages messages) {
        this.registry = registry;
        this.messages = messages;
        this.summary = new Summary(messages);
        if (compilation != null) {
            for (Diagnostic d : compilation.diagnostics()) {
                if (d.node() != null) {
                    // what is wrong inside a block is shown on the block
                    String shown =
                            References.start(network, d.node()).map(Node::name).orElse(d.node());
                    diagnostics.computeIfAbsent(shown, k -> new ArrayList<>()).add(d);
                }
            }
            compilation.shapes().forEach((port, shape) -> shapes.put(port.node(), shape));
        }
        for (Wire w : network.wires()) {
            wiredOutputs
                    .computeIfAbsent(w.from().node(), k -> new LinkedHashSet<>())
                    .add(w.from().port());
            wiredInputs
                    .computeIfAbsent(w.to().node(), k -> new LinkedHashSet<>())
                    .add(w.to().port());
        }
    }

    /// What a card's words depend on.
    record Key(
            Node node,
            List<Diagnostic> diagnostics,
            @Nullable Shape shape,
            Set<String> wiredInputs,
            Set<String> wiredOutputs,
            Messages messages) {}

    /// A card that has no place yet.
    record Plan(
            Key key,
            String family,
            String title,
            String tag,
            String summary,
            List<PortPlan> inputs,
            List<PortPlan> outputs,
            List<Card.Problem> problems,
            String spoken) {

        AutoLayout.Size size() {
            int lines = problems.isEmpty()
                    ? 0
                    : CardMetrics.problemLines(problems.getFirst().text());
            return new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.height(inputs.size(), outputs.size(), lines));
        }
    }

    record PortPlan(String name, boolean variadic, boolean known) {}

    /// @param before what was planned for the node last time, which is given back where nothing changed; may be null
    Plan plan(Node node, @Nullable Plan before) {
        String name = node.name();
        Key key = new Key(
                node,
                diagnostics.getOrDefault(name, List.of()),
                shapes.get(name),
                wiredInputs.getOrDefault(name, Set.of()),
                wiredOutputs.getOrDefault(name, Set.of()),
                messages);
        if (before != null && before.key().equals(key)) {
            return before;
        }
        LayerInfo info = registry.find(node.type()).map(Layer::info).orElse(null);
        boolean named = info != null && isNamedByHand(name, info);
        List<Card.Problem> problems = problems(key.diagnostics());
        return new Plan(
                key,
                info == null ? UNKNOWN_FAMILY : info.family().key(),
                named ? name : node.type(),
                named ? "" : name,
                line(node, info, key.shape(), named ? node.type() : ""),
                ports(registry.inputs(node), key.wiredInputs()),
                ports(registry.outputs(node), key.wiredOutputs()),
                problems,
                spoken(node, key.shape(), problems.size()));
    }

    // the layer's ports, and those that only wires speak of, so that every wire has two ends to show
    private static List<PortPlan> ports(List<PortInfo> known, Set<String> wired) {
        List<PortPlan> ports = new ArrayList<>();
        known.forEach(p -> ports.add(new PortPlan(p.name(), p.variadic(), true)));
        wired.stream()
                .filter(name -> known.stream().noneMatch(p -> p.name().equals(name)))
                .forEach(name -> ports.add(new PortPlan(name, false, false)));
        return ports;
    }

    private List<Card.Problem> problems(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .sorted(Comparator.comparing((Diagnostic d) -> !d.isError()))
                .map(d -> new Card.Problem(d.isError(), messages.format(d.message())))
                .toList();
    }

    static Card card(Plan plan, Position at) {
        String name = plan.key().node().name();
        AutoLayout.Size size = plan.size();
        Rect bounds = new Rect(at.x(), at.y(), size.width(), size.height());
        boolean rows =
                CardMetrics.hasPortRows(plan.inputs().size(), plan.outputs().size());
        return new Card(
                name,
                plan.key().node().type(),
                plan.family(),
                plan.title(),
                plan.tag(),
                plan.summary(),
                bounds,
                spots(name, plan.inputs(), false, rows, bounds),
                spots(name, plan.outputs(), true, rows, bounds),
                plan.problems(),
                plan.spoken());
    }

    private static List<Card.Spot> spots(String node, List<PortPlan> ports, boolean output, boolean rows, Rect bounds) {
        List<Card.Spot> spots = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            PortPlan p = ports.get(i);
            Point at = new Point(output ? bounds.right() : bounds.x(), bounds.y() + CardMetrics.portY(rows, i));
            spots.add(
                    new Card.Spot(new Port(node, p.name()), at, rows ? p.name() : "", output, p.variadic(), p.known()));
        }
        return spots;
    }

    // a name that the program gave is the stem and a number, or the stem
    private static boolean isNamedByHand(String name, LayerInfo info) {
        return !name.startsWith(info.stem())
                || !name.chars().skip(info.stem().length()).allMatch(Character::isDigit);
    }

    private String line(Node node, @Nullable LayerInfo info, @Nullable Shape shape, String lead) {
        if (info == null) {
            return messages.get("design.canvas.unknownLayer");
        }
        if (node.isBlock()) {
            String said = messages.get(
                    "design.canvas.block", node.inside().network().nodes().size(), node.copies());
            return lead.isEmpty() ? said : lead + " · " + said;
        }
        if (info.inputs().isEmpty() && shape != null) {
            String sizes = ShapeText.of(shape).replace("×", " × ");
            return lead.isEmpty() ? sizes : lead + " · " + sizes;
        }
        return summary.of(node, info, lead);
    }

    private String spoken(Node node, @Nullable Shape shape, int problems) {
        String said = node.type() + ", " + node.name();
        if (shape != null) {
            said += ", " + ShapeText.of(shape).replace("×", " × ");
        }
        return problems == 0 ? said : said + ", " + messages.get("design.canvas.problems", problems);
    }
}
