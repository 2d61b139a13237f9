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
import java.util.regex.Pattern;
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
                    diagnostics
                            .computeIfAbsent(d.node(), k -> new ArrayList<>())
                            .add(d);
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

    /// A card that has no place yet.
    record Plan(
            Node node,
            @Nullable LayerInfo info,
            List<PortPlan> inputs,
            List<PortPlan> outputs,
            List<Card.Problem> problems) {

        AutoLayout.Size size() {
            int lines = problems.isEmpty()
                    ? 0
                    : CardMetrics.problemLines(problems.getFirst().text());
            return new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.height(inputs.size(), outputs.size(), lines));
        }
    }

    record PortPlan(String name, boolean variadic, boolean known) {}

    Plan plan(Node node) {
        LayerInfo info = registry.find(node.type()).map(Layer::info).orElse(null);
        return new Plan(
                node,
                info,
                ports(info == null ? List.of() : info.inputs(), wiredInputs.getOrDefault(node.name(), Set.of())),
                ports(info == null ? List.of() : info.outputs(), wiredOutputs.getOrDefault(node.name(), Set.of())),
                problems(node.name()));
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

    private List<Card.Problem> problems(String name) {
        return diagnostics.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparing((Diagnostic d) -> !d.isError()))
                .map(d -> new Card.Problem(d.isError(), messages.format(d.message())))
                .toList();
    }

    Card card(Plan plan, Position at) {
        Node node = plan.node();
        AutoLayout.Size size = plan.size();
        Rect bounds = new Rect(at.x(), at.y(), size.width(), size.height());
        boolean rows =
                CardMetrics.hasPortRows(plan.inputs().size(), plan.outputs().size());
        boolean named = isNamedByHand(plan);
        String line = line(plan);
        return new Card(
                node.name(),
                node.type(),
                plan.info() == null ? UNKNOWN_FAMILY : plan.info().family().key(),
                named ? node.name() : node.type(),
                named ? "" : node.name(),
                named ? joined(node.type(), line) : line,
                bounds,
                spots(node.name(), plan.inputs(), false, rows, bounds),
                spots(node.name(), plan.outputs(), true, rows, bounds),
                plan.problems(),
                spoken(plan));
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
    private static boolean isNamedByHand(Plan plan) {
        return plan.info() != null
                && !plan.node().name().matches(Pattern.quote(plan.info().stem()) + "\\d*");
    }

    private String line(Plan plan) {
        if (plan.info() == null) {
            return messages.get("design.canvas.unknownLayer");
        }
        if (plan.info().inputs().isEmpty()) {
            Shape shape = shapes.get(plan.node().name());
            if (shape != null) {
                return ShapeText.of(shape).replace("×", " × ");
            }
        }
        return summary.of(plan.node(), plan.info());
    }

    private static String joined(String a, String b) {
        return b.isEmpty() ? a : a + " · " + b;
    }

    private String spoken(Plan plan) {
        Shape shape = shapes.get(plan.node().name());
        String said = plan.node().type() + ", " + plan.node().name();
        if (shape != null) {
            said += ", " + ShapeText.of(shape).replace("×", " × ");
        }
        int problems = plan.problems().size();
        return problems == 0 ? said : said + ", " + messages.get("design.canvas.problems", problems);
    }
}
