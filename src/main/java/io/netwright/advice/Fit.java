package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What nodes and layers say to a wire before it is drawn. Quick enough to be asked of every port on a screen while a
/// hand holds the wire: one node is built, not the network.
public final class Fit {

    private final LayerRegistry registry;
    private final Compiler compiler;
    private final Network network;
    private final Map<Port, Shape> shapes;
    private final @Nullable DataSignature data;

    /// What became of trying.
    ///
    /// @param problem why not; null where it fits, or where nobody can tell yet
    /// @param in      what would come in; null where that is not known
    /// @param out     what would leave at the first output; null where there is none, or it is not known
    public record Answer(
            @Nullable Message problem,
            @Nullable Shape in,
            @Nullable Shape out) {

        static final Answer UNKNOWN = new Answer(null, null, null);
    }

    /// A layer that could stand at the end of a wire.
    public record Choice(LayerInfo info, Answer answer) {
        public boolean fits() {
            return answer.problem() == null;
        }
    }

    /// @param compilation of the network, or of one shortly before
    public Fit(LayerRegistry registry, Network network, Compilation compilation, @Nullable DataSignature data) {
        this.registry = registry;
        this.compiler = new Compiler(registry);
        this.network = network;
        this.shapes = compilation.shapes();
        this.data = data;
    }

    /// @param from an output
    /// @param to   an input, whose wire the new one replaces unless it takes many
    /// @return what the node at `to` would say to a wire between them
    public Answer wire(Port from, Port to) {
        Node node = network.node(to.node()).orElse(null);
        Shape shape = shapes.get(from);
        if (node == null || registry.find(node.type()).isEmpty() || shape == null) {
            return Answer.UNKNOWN;
        }
        Map<String, List<Shape>> inputs = new LinkedHashMap<>();
        for (PortInfo port : registry.inputs(node)) {
            List<Shape> there = new ArrayList<>();
            boolean mine = port.name().equals(to.port());
            if (!mine || port.variadic()) {
                for (Wire w : network.wiresInto(new Port(to.node(), port.name()))) {
                    Shape known = shapes.get(w.from());
                    if (known == null) {
                        return new Answer(null, shape, null);
                    }
                    there.add(known);
                }
            }
            if (mine) {
                there.add(shape);
            }
            if (there.isEmpty() && port.optional()) {
                continue;
            }
            if (there.isEmpty()) {
                // another input waits for its wire; until then nobody knows
                return new Answer(null, shape, null);
            }
            inputs.put(port.name(), there);
        }
        return ask(node, inputs, shape);
    }

    private Answer ask(Node node, Map<String, List<Shape>> inputs, Shape shape) {
        Compilation tried = compiler.probe(node, inputs, data);
        Message problem = tried.diagnostics().stream()
                .filter(Diagnostic::isError)
                // what is wrong with its settings is wrong with or without the wire
                .filter(d -> !d.message().key().equals("core.problem.property")
                        && !d.message().key().equals("core.problem.unknownProperty"))
                .map(Diagnostic::message)
                .findFirst()
                .orElse(null);
        Shape out = registry.outputs(node).stream()
                .findFirst()
                .map(p -> tried.shapes().get(new Port(node.name(), p.name())))
                .orElse(null);
        return new Answer(problem, shape, out);
    }

    /// @return every layer, in the order of the palette
    public List<Choice> anywhere() {
        return registry.all().stream()
                .map(l -> new Choice(l.info(), Answer.UNKNOWN))
                .toList();
    }

    /// @return the layers that have an input, those that take what leaves at `from` first, of those the ones that
    ///   usually follow
    public List<Choice> after(Port from) {
        Shape shape = shapes.get(from);
        List<Choice> choices = new ArrayList<>();
        registry.all().stream()
                .map(l -> l.info())
                .filter(i -> !i.inputs().isEmpty())
                .forEach(i -> choices.add(new Choice(i, answer(i, shape))));
        Customs.sort(choices, info(from.node()).orElse(null), true);
        return choices;
    }

    private static long required(LayerInfo info) {
        return info.inputs().stream().filter(p -> !p.optional()).count();
    }

    private Answer answer(LayerInfo info, @Nullable Shape shape) {
        if (shape == null || required(info) > 1) {
            return Answer.UNKNOWN;
        }
        Map<String, List<Shape>> inputs = Map.of(info.inputs().getFirst().name(), List.of(shape));
        return ask(Node.of("new", info.type()), inputs, shape);
    }

    /// @return the layers that have an output, those that usually come before `to` first
    public List<Choice> before(Port to) {
        List<Choice> choices = new ArrayList<>();
        registry.all().stream()
                .map(l -> l.info())
                .filter(i -> !i.outputs().isEmpty())
                .forEach(i -> choices.add(new Choice(i, Answer.UNKNOWN)));
        Customs.sort(choices, info(to.node()).orElse(null), false);
        return choices;
    }

    /// @return the layers that could go into `wire`: those that take what flows there, and whose result is taken where
    ///   it ends, first
    public List<Choice> into(Wire wire) {
        List<Choice> choices = new ArrayList<>();
        for (Choice c : after(wire.from())) {
            if (!c.info().outputs().isEmpty()) {
                Shape out = c.answer().out();
                Answer then = out == null ? Answer.UNKNOWN : replaced(wire, out);
                choices.add(
                        c.fits() && then.problem() != null
                                ? new Choice(
                                        c.info(),
                                        new Answer(then.problem(), c.answer().in(), out))
                                : c);
            }
        }
        Customs.sort(choices, info(wire.from().node()).orElse(null), true);
        return choices;
    }

    // what the end of a wire says to another shape on it
    private Answer replaced(Wire wire, Shape shape) {
        Map<Port, Shape> others = new LinkedHashMap<>(shapes);
        Port stand = new Port(wire.from().node() + " instead", wire.from().port());
        others.put(stand, shape);
        return new Fit(registry, network.minus(wire), others, data).wire(stand, wire.to());
    }

    private Fit(LayerRegistry registry, Network network, Map<Port, Shape> shapes, @Nullable DataSignature data) {
        this.registry = registry;
        this.compiler = new Compiler(registry);
        this.network = network;
        this.shapes = shapes;
        this.data = data;
    }

    private Optional<LayerInfo> info(String node) {
        return network.node(node).flatMap(n -> registry.find(n.type())).map(l -> l.info());
    }
}
