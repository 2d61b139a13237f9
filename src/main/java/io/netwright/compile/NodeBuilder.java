package io.netwright.compile;

import io.netwright.layer.CommonProps;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.op.Op;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one node's layer sees while it is built.
final class NodeBuilder implements LayerBuilder {

    private final Pass pass;
    private final Leaf leaf;
    private final Layer layer;
    private final Found found;
    private final Map<Port, Value> outputs = new LinkedHashMap<>();

    /// @param found what is wrong with the parts of the layer is said here
    NodeBuilder(Pass pass, Leaf leaf, Layer layer, Found found) {
        this.pass = pass;
        this.leaf = leaf;
        this.layer = layer;
        this.found = found;
    }

    Map<Port, Value> outputs() {
        return outputs;
    }

    @Override
    public <T> T get(Prop<T> prop) {
        PropValue raw = leaf.node().props().get(prop.key());
        return raw == null ? prop.defaultValue() : prop.decode(raw);
    }

    @Override
    public Value input(String port) {
        return inputs(port).getFirst();
    }

    @Override
    public List<Value> inputs(String port) {
        return leaf.into(port).stream()
                .map(source -> {
                    Value v = pass.ports.get(source);
                    if (v == null) {
                        throw new IllegalStateException(source + " carries nothing yet");
                    }
                    return v;
                })
                .toList();
    }

    @Override
    public void assemble(Block parts) {
        pass.assemble(leaf, layer, parts, found).forEach(this::output);
    }

    @Override
    public Value parameter(
            String name, String label, Shape shape, Initialiser.Fans fans, Initialiser init, @Nullable Prop<?> prop) {
        pass.trained.add(leaf, name, shape, prop);
        if (prop != null
                && leaf.owns()
                && init instanceof Initialiser.Explicit(List<Double> values)
                && values.size() != shape.elementsPerSample()) {
            throw LayerException.atProperty(
                    prop,
                    Message.of(
                            "layers.problem.explicitSize", shape.elementsPerSample(), shape.toString(), values.size()));
        }
        if (prop != null && leaf.owns() && !init.fits(shape.at(1))) {
            throw LayerException.atProperty(
                    prop, Message.of("layers.problem.initShape", init.type(), shape.toString()));
        }
        return pass.weights.parameter(leaf, name, label, shape, fans, init);
    }

    @Override
    public Value state(String name, String label, Shape shape, double initial) {
        return pass.weights.state(leaf, name, label, shape, initial);
    }

    @Override
    public void update(Value state, Value next) {
        pass.weights.update(leaf, state, next);
    }

    @Override
    public boolean training() {
        return pass.mode == Compiler.Mode.TRAINING;
    }

    @Override
    public boolean frozen() {
        return leaf.frozen();
    }

    @Override
    public void output(String port, Value value) {
        outputs.put(new Port(leaf.path(), port), value);
    }

    @Override
    public @Nullable Shape dataShape() {
        return pass.data == null ? null : pass.data.sample();
    }

    @Override
    public Value data(Shape sample, int first) {
        return pass.program.input("X", Shape.batchOf(sample.raw()), 0, first);
    }

    @Override
    public int dataVocabulary() {
        return pass.data == null ? 0 : pass.data.vocabulary();
    }

    @Override
    public Value tokens(Shape sample, int vocabulary) {
        return pass.program.input("X", Shape.batchOf(sample.raw()), vocabulary, -1);
    }

    @Override
    public Value target(Value prediction) {
        DataSignature data = pass.data;
        int first = get(CommonProps.FIRST_TARGET);
        if (data == null || first < 0) {
            Shape shape = data == null
                    ? prediction.shape()
                    : Shape.batchOf(data.target().raw());
            return pass.program.target("Y", shape, -1);
        }
        int width = prediction.shape().elementsPerSample();
        if (data.classIndices() || first + (long) width > data.target().elementsPerSample()) {
            throw LayerException.atProperty(
                    CommonProps.FIRST_TARGET,
                    Message.of(
                            "core.problem.targetPart",
                            first,
                            width,
                            data.target().elementsPerSample()));
        }
        return pass.program.target("Y", prediction.shape(), first);
    }

    @Override
    public boolean targetIsClassIndex() {
        return pass.data != null && pass.data.classIndices();
    }

    @Override
    public void loss(Value scalar) {
        pass.program.loss(scalar, get(CommonProps.LOSS_WEIGHT));
    }

    @Override
    public Value apply(String label, Op op, List<Value> inputs) {
        return pass.program.apply(label, op, inputs);
    }
}
