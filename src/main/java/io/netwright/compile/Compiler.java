package io.netwright.compile;

import io.netwright.compile.Compilation.NodeCost;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.ShapeException;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.ProgramBuilder;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a network into a program. Pure: the same network, data and mode give the same result.
///
/// It never stops at the first problem: a node that cannot be built leaves its outputs unknown, the nodes behind it
/// wait silently, and everything else is judged.
public final class Compiler {

    /// What the program is for.
    public enum Mode {
        /// Forward, loss and backward; dropout drops and batch-norm uses the batch.
        TRAINING,
        /// Forward and loss as the finished network computes them.
        EVALUATION
    }

    private final LayerRegistry registry;

    public Compiler(LayerRegistry registry) {
        this.registry = registry;
    }

    /// @param data what the network is to run on; null where no data set is chosen yet
    public Compilation compile(Network network, @Nullable DataSignature data, Mode mode) {
        return new Pass(network, data, mode).run();
    }

    /// One compilation.
    private final class Pass {
        private final Network network;
        private final @Nullable DataSignature data;
        private final Mode mode;
        private final ProgramBuilder program = new ProgramBuilder();
        private final Map<Port, Value> ports = new HashMap<>();
        private final Map<String, NodeCost> costs = new HashMap<>();
        private final Map<String, List<Compilation.Trained>> trained = new HashMap<>();
        private final List<Diagnostic> found = new ArrayList<>();

        Pass(Network network, @Nullable DataSignature data, Mode mode) {
            this.network = network;
            this.data = data;
            this.mode = mode;
        }

        Compilation run() {
            Order order = Order.of(network);
            order.cycle().forEach(name -> error(name, null, null, Message.of("core.problem.cycle")));
            WireCheck.check(network, registry, found);
            for (Node node : order.sorted()) {
                registry.find(node.type())
                        .ifPresentOrElse(
                                layer -> build(node, layer),
                                () -> error(
                                        node.name(), null, null, Message.of("core.problem.unknownLayer", node.type())));
            }
            WholeNetwork.check(network, registry, found);
            nameOutputs();
            boolean ok = found.stream().noneMatch(Diagnostic::isError);
            Map<Port, Shape> shapes = new HashMap<>();
            ports.forEach((port, v) -> shapes.put(port, v.shape()));
            return new Compilation(
                    network,
                    ok ? Optional.of(program.build(mode == Mode.TRAINING)) : Optional.empty(),
                    found.stream().distinct().toList(),
                    shapes,
                    costs,
                    trained);
        }

        private void build(Node node, Layer layer) {
            if (!propertiesAreValid(node, layer) || !inputsAreKnown(node, layer)) {
                return;
            }
            int from = program.size();
            boolean isLoss = layer.info().outputs().isEmpty();
            program.at(node.name(), isLoss ? Phase.LOSS : Phase.FORWARD);
            NodeBuilder builder = new NodeBuilder(program, node, network, ports, data, mode == Mode.TRAINING);
            try {
                trained.put(node.name(), builder.trained());
                layer.build(builder);
            } catch (LayerException e) {
                error(node.name(), e.isAtProperty() ? null : e.at(), e.isAtProperty() ? e.at() : null, e.problem());
                return;
            } catch (ShapeException e) {
                error(
                        node.name(),
                        layer.info().inputs().isEmpty()
                                ? null
                                : layer.info().inputs().getFirst().name(),
                        null,
                        e.problem());
                return;
            }
            builder.outputs().forEach((port, v) -> {
                ports.put(port, v);
                program.port(port.toString(), v);
            });
            costs.put(node.name(), cost(node.name(), from));
        }

        private NodeCost cost(String node, int from) {
            long flops = 0;
            long values = 0;
            for (Instruction i : program.since(from)) {
                List<Shape> in = i.inputs().stream().map(Value::shape).toList();
                flops += i.op().flops(in, i.output().shape());
                values += i.output().shape().elementsPerSample();
            }
            return new NodeCost(program.parametersOf(node), flops, values);
        }

        private boolean propertiesAreValid(Node node, Layer layer) {
            boolean valid = true;
            Map<String, Prop<?>> known = new HashMap<>();
            layer.info().props().forEach(p -> known.put(p.key(), p));
            for (Map.Entry<String, PropValue> entry : node.props().entrySet()) {
                Prop<?> prop = known.get(entry.getKey());
                if (prop == null) {
                    error(
                            node.name(),
                            null,
                            entry.getKey(),
                            Message.of(
                                    "core.problem.unknownProperty",
                                    entry.getKey(),
                                    node.type(),
                                    String.join(
                                            ", ",
                                            layer.info().props().stream()
                                                    .map(Prop::key)
                                                    .toList())));
                    valid = false;
                    continue;
                }
                try {
                    prop.decode(entry.getValue());
                } catch (Prop.PropException e) {
                    error(
                            node.name(),
                            null,
                            entry.getKey(),
                            Message.of("core.problem.property", entry.getKey(), e.expected(), Raw.text(e.found())));
                    valid = false;
                }
            }
            return valid;
        }

        private boolean inputsAreKnown(Node node, Layer layer) {
            boolean known = true;
            for (PortInfo port : layer.info().inputs()) {
                List<Wire> wires = network.wiresInto(new Port(node.name(), port.name()));
                if (wires.isEmpty() && !port.optional()) {
                    error(node.name(), port.name(), null, Message.of("core.problem.unwired", port.name()));
                    known = false;
                } else if (!port.variadic() && wires.size() > 1) {
                    error(
                            node.name(),
                            port.name(),
                            null,
                            Message.of("core.problem.manyWires", port.name(), wires.size()));
                    known = false;
                }
                known &= wires.stream().allMatch(w -> ports.containsKey(w.from()));
            }
            return known;
        }

        /// What is predicted: what goes into a loss (named after the node it comes from), else what nobody takes.
        private void nameOutputs() {
            for (Node node : network.nodes().values()) {
                for (Wire wire : network.wiresOutOf(node.name())) {
                    boolean intoLoss = network.node(wire.to().node())
                            .flatMap(n -> registry.find(n.type()))
                            .map(l -> l.info().outputs().isEmpty())
                            .orElse(false);
                    name(node, wire.from(), intoLoss);
                }
                registry.find(node.type()).ifPresent(l -> l.info().outputs().forEach(p -> {
                    Port port = new Port(node.name(), p.name());
                    boolean taken =
                            network.wires().stream().anyMatch(w -> w.from().equals(port));
                    name(node, port, !taken);
                }));
            }
        }

        private void name(Node node, Port port, boolean isOutput) {
            Value v = ports.get(port);
            if (isOutput && v != null) {
                program.output(port.port().equals("out") ? node.name() : port.toString(), v);
            }
        }

        private void error(String node, @Nullable String port, @Nullable String property, Message message) {
            found.add(new Diagnostic(Diagnostic.Severity.ERROR, node, port, property, message));
        }
    }
}
