package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.edit.Design;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What might help against a diagnostic, the most usual first. Nothing here is known to help; [Repairs] tries it.
final class Candidates {

    /// Layers that change a shape into one that more layers take, tried wherever something does not fit.
    private static final List<String> ADAPTERS =
            List.of("Flatten", "GlobalAveragePool2d", "GlobalAveragePool1d", "GlobalMaxPool2d", "Embedding");

    private final LayerRegistry registry;
    private final Network network;
    private final @Nullable DataSignature data;
    private final Surroundings around;
    private final ShapeCandidates shapes;
    private final WireCandidates wires;

    Candidates(LayerRegistry registry, Design design, Compilation compilation, @Nullable DataSignature data) {
        this.registry = registry;
        this.network = design.network();
        this.data = data;
        this.around = new Surroundings(registry, network);
        this.shapes = new ShapeCandidates(registry, network, compilation, around);
        this.wires = new WireCandidates(registry, network, around);
    }

    List<Repair> of(Diagnostic diagnostic) {
        String node = diagnostic.node();
        if (node == null) {
            return wholeNetwork(diagnostic.message().key());
        }
        if (network.node(node).isEmpty()) {
            return List.of();
        }
        List<Repair> found = new ArrayList<>(located(node, diagnostic));
        if (found.isEmpty() && diagnostic.isError()) {
            found.addAll(adapters(node));
            if (diagnostic.property() != null) {
                found.add(reset(node, diagnostic.property(), "design.fix.reset"));
            }
        }
        return found;
    }

    private List<Repair> wholeNetwork(String key) {
        return switch (key) {
            case "core.problem.empty", "core.problem.noInput" -> added("Input", null);
            case "core.problem.noLoss" -> {
                List<Port> loose = around.looseEnds();
                boolean numbers = data != null && !data.classIndices();
                List<Repair> losses = new ArrayList<>();
                for (String loss : numbers ? List.of("MSE", "CrossEntropy") : List.of("CrossEntropy", "MSE")) {
                    if (loose.size() == 1) {
                        losses.addAll(added(loss, loose.getFirst()));
                    }
                }
                yield losses;
            }
            default -> List.of();
        };
    }

    private List<Repair> located(String node, Diagnostic d) {
        return switch (d.message().key()) {
            case "core.problem.cycle" -> wires.cycle(node);
            case "core.problem.unwired" -> wires.unwired(node, d.port());
            case "core.problem.manyWires" -> wires.manyWires(node, d.port());
            case "core.problem.noPort", "core.problem.noPorts" -> wires.noPort(node, d.port());
            case "core.problem.unknownLayer" -> unknownLayer(node);
            case "core.problem.unknownProperty" -> resets(node, d.property(), "design.fix.removeProperty");
            case "core.problem.property", "layers.problem.explicitSize" ->
                resets(node, d.property(), "design.fix.reset");
            case "core.problem.doubleSoftmax", "design.finding.activationOnLogits" -> List.of(removal(node));
            case "design.finding.biasBeforeNorm" ->
                List.of(Repair.of(Edits.setProperty(node, "bias", PropValue.of(false)), "design.fix.noBias", node));
            case "design.finding.deadEnd" -> List.of(Repair.of(Edits.delete(List.of(node)), "design.fix.delete", node));
            case "design.finding.noActivation" ->
                around.onlyWireInto(node)
                        .map(w -> insertions(w, "ReLU", "GELU", "Tanh"))
                        .orElse(List.of());
            case "layers.problem.mseOnClasses" -> List.of(retyped(node, "CrossEntropy"));
            case "layers.problem.targetShape", "op.problem.crossEntropy", "design.finding.classes" -> fitUnits(node);
            case "layers.problem.needsLogits" -> logits(node);
            case "layers.problem.inputShape" -> List.of(reset(node, "shape", "design.fix.fromData"));
            case "layers.problem.needsImage" -> wires.withoutBefore(node, "Flatten");
            case "layers.problem.axis" -> resets(node, d.property(), "design.fix.reset");
            case "layers.problem.kernelTooLarge" -> shapes.kernelTooLarge(node);
            case "layers.problem.groups" -> shapes.groups(node);
            case "layers.problem.addShapes", "op.problem.concat", "op.problem.broadcast" -> shapes.branches(node);
            default -> List.of();
        };
    }

    private List<Repair> adapters(String node) {
        return around.onlyWireInto(node)
                .map(w -> insertions(w, ADAPTERS.toArray(String[]::new)))
                .orElse(List.of());
    }

    private List<Repair> insertions(Wire wire, String... types) {
        List<Repair> found = new ArrayList<>();
        for (String type : types) {
            info(type)
                    .ifPresent(i ->
                            found.add(Repair.of(Insertion.of(network, i, wire, Map.of()), "design.fix.insert", type)));
        }
        return found;
    }

    private List<Repair> added(String type, @Nullable Port after) {
        return info(type)
                .map(i -> List.of(Repair.of(
                        after == null
                                ? Edits.addNode(type, i.stem(), null)
                                : Edits.addNodeWired(
                                        type,
                                        i.stem(),
                                        null,
                                        new Wire(
                                                after,
                                                new Port(
                                                        Edits.NEW,
                                                        i.inputs().getFirst().name())),
                                        false),
                        "design.fix.add",
                        type)))
                .orElse(List.of());
    }

    private List<Repair> unknownLayer(String node) {
        String type = network.node(node).orElseThrow().type();
        List<Repair> found = new ArrayList<>();
        registry.all().stream()
                .map(l -> l.info())
                .filter(i -> isNear(type, i))
                .forEach(i -> found.add(retyped(node, i.type())));
        found.add(removal(node));
        return found;
    }

    // a slip of the finger, another case, or another name of it
    private static boolean isNear(String type, LayerInfo info) {
        String asked = type.toLowerCase(Locale.ROOT);
        return info.aliases().contains(asked)
                || Spelling.distance(asked, info.type().toLowerCase(Locale.ROOT)) <= 2;
    }

    private Repair retyped(String node, String type) {
        Edit edit = Edit.of(
                Message.of("design.fix.use", type),
                d -> d.withNetwork(n -> n.replace(node, x -> new Node(x.name(), type, new LinkedHashMap<>()))));
        return Repair.of(edit, "design.fix.use", type);
    }

    private Repair removal(String node) {
        return Repair.of(Edits.deleteAndReconnect(List.of(node)), "design.fix.remove", node);
    }

    private Repair reset(String node, String property, String key) {
        return Repair.of(Edits.resetProperty(node, property), key);
    }

    private List<Repair> resets(String node, @Nullable String property, String key) {
        return property == null ? List.of() : List.of(reset(node, property, key));
    }

    /// Gives the last layer with units before `loss` as many as the target has numbers or classes.
    private List<Repair> fitUnits(String loss) {
        int wanted = wantedUnits();
        return wanted == 0
                ? List.of()
                : around.upstream(loss, "units")
                        .map(n -> List.of(units(n, wanted)))
                        .orElse(List.of());
    }

    private Repair units(String node, int wanted) {
        return Repair.of(
                Edits.setProperty(node, "units", PropValue.of((long) wanted)), "design.fix.units", node, wanted);
    }

    private int wantedUnits() {
        if (data == null) {
            return 0;
        }
        return data.classIndices()
                ? data.classes()
                : data.target().rank() == 1 ? data.target().size(0) : 0;
    }

    /// A loss that wants a row of scores gets one: flattened or pooled, then one unit a class.
    private List<Repair> logits(String loss) {
        List<Repair> found = new ArrayList<>();
        Optional<Wire> wire = around.onlyWireInto(loss);
        Optional<LayerInfo> dense = info("Dense");
        int wanted = Math.max(2, wantedUnits());
        for (String type : List.of("Flatten", "GlobalAveragePool2d")) {
            Optional<LayerInfo> adapter = info(type);
            if (wire.isPresent() && dense.isPresent() && adapter.isPresent()) {
                Edit first = Insertion.of(network, adapter.get(), wire.get(), Map.of());
                Wire then = Insertion.behind(network, adapter.get(), wire.get());
                Edit second = Insertion.of(network, dense.get(), then, Map.of("units", PropValue.of((long) wanted)));
                found.add(Repair.of(first.then(second), "design.fix.insertTwo", type, "Dense"));
            }
        }
        return found;
    }

    private Optional<LayerInfo> info(String type) {
        return registry.find(type).map(l -> l.info());
    }
}
