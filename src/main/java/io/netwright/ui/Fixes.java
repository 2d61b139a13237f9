package io.netwright.ui;

import io.netwright.compile.Compilation;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.edit.Design;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ways out of what a diagnostic says, each one click: edits that a person would make next. A diagnostic without an
/// obvious one has none; a fix may still leave other problems.
public final class Fixes {

    /// One way out.
    ///
    /// @param label what the button says
    /// @param edit  what it does
    public record Fix(Message label, Edit edit) {}

    private final LayerRegistry registry;
    private final Design design;
    private final Compilation compilation;
    private final @Nullable DataSignature data;

    /// @param compilation of this design
    /// @param data        what the network is to run on; null where none is chosen
    public Fixes(LayerRegistry registry, Design design, Compilation compilation, @Nullable DataSignature data) {
        this.registry = registry;
        this.design = design;
        this.compilation = compilation;
        this.data = data;
    }

    /// @return the ways out, the best first
    public List<Fix> of(Diagnostic diagnostic) {
        String node = diagnostic.node();
        List<Fix> fixes = new ArrayList<>();
        if (node == null) {
            switch (diagnostic.message().key()) {
                case "core.problem.empty" -> fixes.add(add("Input", null));
                case "core.problem.noInput" -> fixes.add(add("Input", null));
                case "core.problem.noLoss" -> {
                    String loss = data != null && !data.classIndices() ? "MSE" : "CrossEntropy";
                    onlyLooseEnd().ifPresent(end -> fixes.add(add(loss, end)));
                }
                default -> {}
            }
            return fixes;
        }
        if (design.network().node(node).isEmpty()) {
            return fixes;
        }
        switch (diagnostic.message().key()) {
            case "layers.problem.denseNeedsFlat" -> insert(node, "Flatten", fixes);
            case "core.problem.doubleSoftmax" -> fixes.add(removal(node));
            case "layers.problem.mseOnClasses" -> fixes.add(retype(node, "CrossEntropy"));
            case "layers.problem.targetShape" -> fitUnits(node, fixes);
            case "layers.problem.kernelTooLarge" ->
                fixes.add(new Fix(
                        Message.of("design.fix.keepSize"), Edits.setProperty(node, "padding", PropValue.of("same"))));
            case "layers.problem.addShapes" -> fitChannels(node, fixes);
            case "layers.problem.inputShape" -> fixes.add(reset(node, "shape", "design.fix.fromData"));
            case "core.problem.property" -> reset(node, diagnostic.property(), fixes);
            case "core.problem.unknownProperty" -> {
                if (diagnostic.property() != null) {
                    fixes.add(reset(node, diagnostic.property(), "design.fix.removeProperty"));
                }
            }
            case "core.problem.unknownLayer" -> fixes.add(removal(node));
            default -> {}
        }
        return fixes;
    }

    private Fix add(String type, @Nullable Port after) {
        LayerInfo info = info(type);
        Message label = Message.of("design.fix.add", type);
        if (after == null) {
            return new Fix(label, Edits.addNode(type, info.stem(), null));
        }
        Position at = design.layout().of(after.node()).map(p -> p.plus(220, 0)).orElse(null);
        Wire wire = new Wire(after, new Port(Edits.NEW, info.inputs().getFirst().name()));
        return new Fix(label, Edits.addNodeWired(type, info.stem(), at, wire, false));
    }

    /// @return the one output that nothing takes, where there is exactly one
    private Optional<Port> onlyLooseEnd() {
        Set<Port> taken = new HashSet<>();
        design.network().wires().forEach(w -> taken.add(w.from()));
        List<Port> loose = new ArrayList<>();
        for (Node node : design.network().nodes().values()) {
            registry.outputs(node).forEach(p -> {
                Port port = new Port(node.name(), p.name());
                if (!taken.contains(port)) {
                    loose.add(port);
                }
            });
        }
        return loose.size() == 1 ? Optional.of(loose.getFirst()) : Optional.empty();
    }

    private void insert(String node, String type, List<Fix> fixes) {
        wireInto(node)
                .ifPresent(wire -> fixes.add(new Fix(Message.of("design.fix.insert", type), insertion(type, wire))));
    }

    private Edit insertion(String type, Wire wire) {
        LayerInfo info = info(type);
        return Edits.insertNode(
                type,
                info.stem(),
                between(wire),
                wire,
                info.inputs().getFirst().name(),
                info.outputs().getFirst().name());
    }

    private Fix removal(String node) {
        return new Fix(Message.of("design.fix.remove", node), Edits.deleteAndReconnect(List.of(node)));
    }

    private Fix retype(String node, String type) {
        Message label = Message.of("design.fix.use", type);
        return new Fix(
                label,
                Edit.of(
                        label,
                        d -> d.withNetwork(
                                n -> n.replace(node, x -> new Node(x.name(), type, new LinkedHashMap<>())))));
    }

    private Fix reset(String node, String property, String key) {
        return new Fix(Message.of(key), Edits.resetProperty(node, property));
    }

    private void reset(String node, @Nullable String property, List<Fix> fixes) {
        if (property == null) {
            return;
        }
        layer(node).props().stream()
                .filter(p -> p.key().equals(property))
                .findFirst()
                .ifPresent(p -> fixes.add(reset(node, property, "design.fix.reset")));
    }

    /// Gives the last layer with units before `loss` as many as the target has numbers.
    private void fitUnits(String loss, List<Fix> fixes) {
        if (data == null || data.target().rank() != 1) {
            return;
        }
        int wanted = data.target().size(0);
        upstream(loss, "units")
                .ifPresent(node -> fixes.add(new Fix(
                        Message.of("design.fix.units", node, wanted),
                        Edits.setProperty(node, "units", PropValue.of((long) wanted)))));
    }

    /// Makes images with different channels fit: by a 1 x 1 convolution on the wire, or by another number of filters.
    private void fitChannels(String node, List<Fix> fixes) {
        List<Wire> wires = design.network().wiresInto(new Port(node, "in"));
        if (wires.size() != 2) {
            return;
        }
        Shape first = compilation.shapes().get(wires.get(0).from());
        Shape second = compilation.shapes().get(wires.get(1).from());
        if (first == null
                || second == null
                || first.rank() != 4
                || second.rank() != 4
                || !first.with(1, 1).equals(second.with(1, 1))) {
            return;
        }
        int wanted = first.size(1);
        Wire odd = wires.get(1);
        String name = design.network().freeName(info("Conv2d").stem());
        Edit project = insertion("Conv2d", odd)
                .then(Edits.setProperty(name, "kernel", PropValue.ints(1, 1)))
                .then(Edits.setProperty(name, "filters", PropValue.of((long) wanted)));
        fixes.add(new Fix(Message.of("design.fix.project"), project));
        upstream(odd.from().node(), "filters")
                .ifPresent(conv -> fixes.add(new Fix(
                        Message.of("design.fix.filters", conv, wanted),
                        Edits.setProperty(conv, "filters", PropValue.of((long) wanted)))));
    }

    /// @return the nearest node at or before `from` that has a property `key`, along layers with a single input
    private Optional<String> upstream(String from, String key) {
        Network network = design.network();
        Set<String> seen = new HashSet<>();
        String at = from;
        while (seen.add(at)) {
            String here = at;
            boolean has = network.node(here)
                    .flatMap(n -> registry.find(n.type()))
                    .map(l -> l.info().props().stream().map(Prop::key).anyMatch(key::equals))
                    .orElse(false);
            if (has) {
                return Optional.of(here);
            }
            List<Wire> into = network.wires().stream()
                    .filter(w -> w.to().node().equals(here))
                    .toList();
            if (into.size() != 1) {
                return Optional.empty();
            }
            at = into.getFirst().from().node();
        }
        return Optional.empty();
    }

    private Optional<Wire> wireInto(String node) {
        List<Wire> into = design.network().wires().stream()
                .filter(w -> w.to().node().equals(node))
                .toList();
        return into.size() == 1 ? Optional.of(into.getFirst()) : Optional.empty();
    }

    private @Nullable Position between(Wire wire) {
        Optional<Position> a = design.layout().of(wire.from().node());
        Optional<Position> b = design.layout().of(wire.to().node());
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        return new Position(
                (a.get().x() + b.get().x()) / 2, (a.get().y() + b.get().y()) / 2);
    }

    private LayerInfo layer(String node) {
        return info(design.network().node(node).orElseThrow().type());
    }

    private LayerInfo info(String type) {
        return registry.find(type).orElseThrow().info();
    }
}
