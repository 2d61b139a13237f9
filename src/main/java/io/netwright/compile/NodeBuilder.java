package io.netwright.compile;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.op.Op;
import io.netwright.op.Value;
import io.netwright.program.ProgramBuilder;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one node's layer sees while it is built.
final class NodeBuilder implements LayerBuilder {

    private final ProgramBuilder program;
    private final Node node;
    private final Network network;
    private final Map<Port, Value> known;
    private final @Nullable DataSignature data;
    private final boolean training;
    private final Map<Port, Value> outputs = new LinkedHashMap<>();
    private final List<Compilation.Trained> trained = new ArrayList<>();

    NodeBuilder(
            ProgramBuilder program,
            Node node,
            Network network,
            Map<Port, Value> known,
            @Nullable DataSignature data,
            boolean training) {
        this.program = program;
        this.node = node;
        this.network = network;
        this.known = known;
        this.data = data;
        this.training = training;
    }

    Map<Port, Value> outputs() {
        return outputs;
    }

    /// @return the parameters asked for so far, the refused one included
    List<Compilation.Trained> trained() {
        return trained;
    }

    @Override
    public <T> T get(Prop<T> prop) {
        PropValue raw = node.props().get(prop.key());
        return raw == null ? prop.defaultValue() : prop.decode(raw);
    }

    @Override
    public Value input(String port) {
        return inputs(port).getFirst();
    }

    @Override
    public List<Value> inputs(String port) {
        return network.wiresInto(new Port(node.name(), port)).stream()
                .map(w -> {
                    Value v = known.get(w.from());
                    if (v == null) {
                        throw new IllegalStateException(w + " carries nothing yet");
                    }
                    return v;
                })
                .toList();
    }

    @Override
    public Value parameter(
            String name, String label, Shape shape, Initialiser.Fans fans, Initialiser init, @Nullable Prop<?> prop) {
        trained.add(new Compilation.Trained(name, shape, prop == null ? null : prop.key()));
        if (prop != null
                && init instanceof Initialiser.Explicit(List<Double> values)
                && values.size() != shape.elementsPerSample()) {
            throw LayerException.atProperty(
                    prop,
                    Message.of(
                            "layers.problem.explicitSize", shape.elementsPerSample(), shape.toString(), values.size()));
        }
        return program.parameter(name, label, shape, fans, init);
    }

    @Override
    public Value state(String name, String label, Shape shape, double initial) {
        return program.state(name, label, shape, initial);
    }

    @Override
    public void update(Value state, Value next) {
        program.update(state, next);
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public void output(String port, Value value) {
        outputs.put(new Port(node.name(), port), value);
    }

    @Override
    public @Nullable Shape dataShape() {
        return data == null ? null : data.sample();
    }

    @Override
    public Value data(Shape sample) {
        return program.input("X", batch(sample), 0);
    }

    @Override
    public int dataVocabulary() {
        return data == null ? 0 : data.vocabulary();
    }

    @Override
    public Value tokens(Shape sample, int vocabulary) {
        return program.input("X", batch(sample), vocabulary);
    }

    private static Shape batch(Shape sample) {
        return Shape.batchOf(sample.raw());
    }

    @Override
    public Value target(Value prediction) {
        Shape shape = data == null ? prediction.shape() : batch(data.target());
        return program.target("Y", shape);
    }

    @Override
    public boolean targetIsClassIndex() {
        return data != null && data.classIndices();
    }

    @Override
    public void loss(Value scalar) {
        program.loss(scalar);
    }

    @Override
    public Value apply(String label, Op op, List<Value> inputs) {
        return program.apply(label, op, inputs);
    }
}
