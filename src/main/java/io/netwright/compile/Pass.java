package io.netwright.compile;

import io.netwright.compile.Compiler.Mode;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.op.ShapeException;
import io.netwright.op.Value;
import io.netwright.program.Phase;
import io.netwright.program.ProgramBuilder;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One compilation.
final class Pass {

    final ProgramBuilder program = new ProgramBuilder();
    final Map<Port, Value> ports = new HashMap<>();
    final @Nullable DataSignature data;
    final Mode mode;
    final Weights weights;
    final TrainedNames trained = new TrainedNames();
    private final LayerRegistry registry;
    private final Found found = new Found();
    private final Costs costs = new Costs();
    private final Set<String> refused = new HashSet<>();

    Pass(LayerRegistry registry, @Nullable DataSignature data, Mode mode) {
        this.registry = registry;
        this.data = data;
        this.mode = mode;
        this.weights = new Weights(program, found);
    }

    Compilation run(Network network) {
        Flattening.Result flat = Flattening.of(network, found);
        build(network, "", flat, found);
        List<Compilation.Head> heads = new ArrayList<>();
        Outputs.name(flat, registry, ports, program, heads);
        WholeNetwork.check(network, flat.leaves(), heads, registry, data, ports, found);
        weights.finish(costs);
        return new Compilation(
                network,
                found.hasErrors() ? Optional.empty() : Optional.of(program.build(mode == Mode.TRAINING)),
                found.all(),
                shapes(flat),
                costs.all(),
                trained.all(),
                heads);
    }

    /// Builds one node of a network whose other nodes are stand-ins for what comes in.
    ///
    /// @param sources what leaves the stand-ins
    Compilation probe(Network network, String node, Map<Port, Shape> sources) {
        sources.forEach((port, shape) -> {
            program.at(port.node(), Phase.FORWARD);
            ports.put(port, program.input(port.node(), shape));
        });
        Flattening.Result flat = Flattening.of(network, found);
        build(network, "", flat, found);
        Map<Port, Shape> shapes = shapes(flat);
        shapes.keySet().removeAll(sources.keySet());
        Compilation all =
                new Compilation(network, Optional.empty(), found.all(), shapes, costs.all(), trained.all(), List.of());
        return new Compilation(
                network, Optional.empty(), all.within(node), shapes, all.costs(), all.trained(), List.of());
    }

    private void build(Network network, String place, Flattening.Result flat, Found where) {
        Order order = Order.of(flat.leaves(), flat.edges());
        order.cycle().forEach(leaf -> where.error(leaf.place(), Message.of("core.problem.cycle")));
        DocumentCheck check = new DocumentCheck(registry, where);
        check.check(network, place);
        refused.addAll(check.refused());
        Set<String> paths = new HashSet<>();
        flat.leaves().stream()
                .filter(leaf -> !paths.add(leaf.path()))
                .forEach(leaf -> where.error(leaf.place(), Message.of("core.problem.samePath", leaf.path())));
        for (Leaf leaf : order.sorted()) {
            registry.find(leaf.node().type())
                    .filter(layer -> !refused.contains(leaf.place()) && inputsAreKnown(leaf, layer, where))
                    .ifPresent(layer -> build(leaf, layer, where));
        }
    }

    private void build(Leaf leaf, Layer layer, Found where) {
        int from = program.size();
        at(leaf, layer);
        NodeBuilder builder = new NodeBuilder(this, leaf, layer, where);
        trained.begin(leaf);
        try {
            layer.build(builder);
        } catch (LayerException e) {
            where.error(leaf.place(), e);
            return;
        } catch (ShapeException e) {
            List<PortInfo> inputs = layer.inputs(leaf.node());
            if (inputs.isEmpty()) {
                where.error(leaf.place(), e.problem());
            } else {
                where.error(leaf.place(), inputs.getFirst().name(), e.problem());
            }
            return;
        }
        builder.outputs().forEach((port, v) -> {
            ports.put(port, v);
            program.port(port.toString(), v);
        });
        // the parts of a layer have counted themselves
        costs.ops(
                leaf,
                program.since(from).stream()
                        .filter(i -> i.node().equals(leaf.path()))
                        .toList());
    }

    private void at(Leaf leaf, Layer layer) {
        program.at(leaf.path(), layer.info().outputs().isEmpty() ? Phase.LOSS : Phase.FORWARD);
    }

    /// Builds the parts of a layer.
    ///
    /// @return what leaves at its ports, as far as it could be built
    Map<String, Value> assemble(Leaf leaf, Layer layer, Block parts, Found where) {
        Map<String, Port> given = new LinkedHashMap<>();
        for (PortInfo port : layer.inputs(leaf.node())) {
            leaf.into(port.name()).stream().findFirst().ifPresent(source -> given.put(port.name(), source));
        }
        Found ofParts = where.ofParts(leaf.place());
        Flattening.Result flat = Flattening.of(parts.network(), leaf, given, ofParts);
        build(parts.network(), leaf.path() + ".", flat, ofParts);
        at(leaf, layer);
        Map<String, Value> outputs = new LinkedHashMap<>();
        flat.outputs().forEach((port, source) -> {
            Value v = ports.get(source);
            if (v != null) {
                outputs.put(port, v);
            }
        });
        return outputs;
    }

    private boolean inputsAreKnown(Leaf leaf, Layer layer, Found where) {
        boolean known = true;
        for (PortInfo port : layer.inputs(leaf.node())) {
            List<Port> sources = leaf.into(port.name());
            Port bare = leaf.bare().get(port.name());
            if (sources.isEmpty() && !port.optional() && bare != null) {
                where.error(bare.node(), bare.port(), Found.wires(bare.port(), 0));
                known = false;
            } else if (sources.isEmpty() && !port.optional() || !port.variadic() && sources.size() > 1) {
                where.error(leaf.place(), port.name(), Found.wires(port.name(), sources.size()));
                known = false;
            }
            known &= ports.keySet().containsAll(sources);
        }
        return known;
    }

    private Map<Port, Shape> shapes(Flattening.Result flat) {
        Map<Port, Shape> shapes = new HashMap<>();
        ports.forEach((port, v) -> shapes.put(port, v.shape()));
        for (Leaf leaf : flat.leaves()) {
            if (!leaf.path().equals(leaf.place())) {
                for (PortInfo port : registry.outputs(leaf.node())) {
                    Value v = ports.get(new Port(leaf.path(), port.name()));
                    if (v != null) {
                        shapes.putIfAbsent(new Port(leaf.place(), port.name()), v.shape());
                    }
                }
            }
        }
        flat.aliases().forEach((port, source) -> {
            Value v = ports.get(source);
            if (v != null) {
                shapes.putIfAbsent(port, v.shape());
            }
        });
        return shapes;
    }
}
