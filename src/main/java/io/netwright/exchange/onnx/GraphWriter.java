package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.exchange.onnx.proto.GraphProto;
import io.netwright.exchange.onnx.proto.NodeProto;
import io.netwright.exchange.onnx.proto.TensorProto;
import io.netwright.exchange.onnx.proto.ValueInfoProto;
import io.netwright.op.Value;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects operators, constants and borders of a graph, and sees to it that every name in it is used once.
final class GraphWriter {

    private final Opset opset;
    private final Precision precision;
    private final Map<String, String> types;
    private final Names values = new Names();
    private final Names nodes = new Names();
    private final Map<Integer, String> nameOf = new HashMap<>();
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> operators = new TreeSet<>();
    private final List<ValueInfoProto> inside = new ArrayList<>();
    private @Nullable String batched;
    private @Nullable String batchSize;

    /// @param types the layer type of each node of the document, for doc strings
    GraphWriter(Opset opset, Precision precision, Map<String, String> types) {
        this.opset = opset;
        this.precision = precision;
        this.types = types;
    }

    Opset opset() {
        return opset;
    }

    Precision precision() {
        return precision;
    }

    /// @return the types of all operators written so far
    Set<String> operators() {
        return operators;
    }

    /// @return a name for a value, as close to `wanted` as it is free
    String fresh(String wanted) {
        return values.unique(wanted);
    }

    /// Says what a value of the program is called in the file.
    void bind(Value value, String name) {
        nameOf.put(value.id(), name);
    }

    boolean isBound(Value value) {
        return nameOf.containsKey(value.id());
    }

    String name(Value value) {
        return Objects.requireNonNull(nameOf.get(value.id()), () -> "not emitted: " + value);
    }

    /// @return names of the program's values by their ids
    Map<Integer, String> names() {
        return Map.copyOf(nameOf);
    }

    void input(String name, Shape shape, String doc) {
        graph.addInput(Tensors.info(name, precision, shape, doc));
        if (batched == null && shape.rank() > 0 && shape.raw(0) == Shape.N) {
            batched = name;
        }
    }

    void output(String name, Shape shape, String doc) {
        graph.addOutput(Tensors.info(name, precision, shape, doc));
    }

    /// Says of what shape a value between the operators is, for those who look at the file.
    void describe(String name, Shape shape) {
        inside.add(Tensors.info(name, precision, shape, ""));
    }

    /// Writes trained numbers, rounded to the file's precision.
    void initialiser(String name, Tensor tensor) {
        graph.addInitializer(Tensors.reals(name, precision, tensor.toArray(), tensor.dims()));
    }

    /// @return the name of a constant of the file's precision
    String constant(String wanted, double[] numbers, int... dims) {
        return add(Tensors.reals(fresh(wanted), precision, numbers, dims));
    }

    /// @return the name of a constant list of whole numbers
    String integers(String wanted, long... numbers) {
        return add(Tensors.integers(fresh(wanted), numbers));
    }

    private String add(TensorProto tensor) {
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    /// Writes an operator.
    ///
    /// @param owner  the document's node that it belongs to
    /// @param output the name of what it computes
    /// @return `output`
    String operator(String owner, String type, List<String> inputs, String output, AttributeProto... attributes) {
        operators.add(type);
        NodeProto.Builder node = NodeProto.newBuilder()
                .setName(nodes.unique(owner + "/" + type))
                .setOpType(type)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes));
        String layer = types.get(owner);
        if (layer != null) {
            node.setDocString(owner + " (" + layer + ")");
        }
        graph.addNode(node);
        return output;
    }

    /// @return the name of a list of one whole number: how many samples the batch has, read off an input when
    ///     the model runs
    String batchSize() {
        if (batchSize == null) {
            String input = Objects.requireNonNull(batched, "a batched value without a batched input");
            batchSize = operator(
                    input,
                    "Shape",
                    List.of(input),
                    fresh("batch_size"),
                    Attributes.integer("start", 0),
                    Attributes.integer("end", 1));
        }
        return batchSize;
    }

    GraphProto build(String name) {
        return graph.setName(name).addAllValueInfo(inside).build();
    }
}
