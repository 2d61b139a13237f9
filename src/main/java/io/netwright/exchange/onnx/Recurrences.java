package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.op.Binary;
import io.netwright.op.MatMul;
import io.netwright.op.Recurrent;
import io.netwright.op.RecurrentPart;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Recurrent layers as the operators RNN, LSTM and GRU. What here is a product of the input, a bias, the steps and the
/// outputs taken out of them is one operator there.
final class Recurrences {

    /// Operands of the operator in ONNX's order.
    private static final int X = 0;

    private static final int WEIGHT = 1;
    private static final int RECURRENT = 2;
    private static final int BIASES = 3;

    private Recurrences() {}

    /// The instructions that one operator stands for.
    ///
    /// @param steps    the one that says which operator
    /// @param absorbed all that are written with it
    /// @param operands the input, its weights, the recurrent weights, and what there is of biases: the input's first
    record Whole(Instruction steps, List<Instruction> absorbed, List<Value> operands) {}

    /// @param outputs  an instruction
    /// @param producer what makes a value; null where it comes from outside
    /// @return what ends in `outputs` as one operator; null where it is none
    static @Nullable Whole find(Instruction outputs, Function<Value, @Nullable Instruction> producer) {
        if (!(outputs.op() instanceof RecurrentPart)) {
            return null;
        }
        Instruction steps = producer.apply(outputs.inputs().getFirst());
        if (steps == null || !(steps.op() instanceof Recurrent op)) {
            return null;
        }
        List<Instruction> absorbed = new ArrayList<>(List.of(steps));
        List<Value> biases = new ArrayList<>();
        Instruction gates = producer.apply(steps.inputs().getFirst());
        if (gates != null && gates.op() instanceof Binary(BinaryFn fn) && fn == BinaryFn.ADD) {
            absorbed.add(gates);
            biases.add(gates.inputs().get(1));
            gates = producer.apply(gates.inputs().getFirst());
        }
        if (gates == null || !(gates.op() instanceof MatMul)) {
            return null;
        }
        absorbed.add(gates);
        if (op.biased()) {
            biases.add(steps.inputs().get(2));
        }
        List<Value> operands = new ArrayList<>(gates.inputs());
        operands.add(steps.inputs().get(1));
        operands.addAll(biases);
        return new Whole(steps, absorbed, operands);
    }

    static void emit(Call c, Recurrent op) {
        if (op.masked()) {
            throw c.refuse("exchange.onnx.refused.mask");
        }
        if (c.in().size() < BIASES) {
            throw c.refuse("exchange.onnx.refused.training");
        }
        List<String> inputs = new ArrayList<>();
        inputs.add(c.step("Transpose", List.of(c.in().get(X)), Attributes.integers("perm", 1, 0, 2)));
        inputs.add(matrix(c, op, c.in().get(WEIGHT)));
        inputs.add(matrix(c, op, c.in().get(RECURRENT)));
        if (c.in().size() > BIASES) {
            inputs.add(biases(c, op));
        }
        int units = c.outShape().size(3);
        List<AttributeProto> attributes = new ArrayList<>();
        attributes.add(Attributes.integer("hidden_size", units));
        attributes.add(Attributes.text("direction", op.reverse() ? "reverse" : "forward"));
        if (op.cell() == Cell.GRU) {
            attributes.add(Attributes.integer("linear_before_reset", 1));
        }
        if (op.cell().isPlain()) {
            attributes.add(Attributes.texts("activations", op.cell() == Cell.RNN_RELU ? "Relu" : "Tanh"));
        }
        String y = c.step(op.name(), inputs, attributes.toArray(AttributeProto[]::new));
        String oneWay = c.step("Squeeze", List.of(y, c.integers("direction", 1)));
        c.result("Transpose", List.of(oneWay), Attributes.integers("perm", 1, 0, 2));
    }

    /// @return weights as the operators have them: `(1, gates * H, in)`, gates in their order
    private static String matrix(Call c, Recurrent op, String weights) {
        String turned = c.step("Transpose", List.of(weights), Attributes.integers("perm", 1, 0));
        return direction(c, ordered(c, op, turned));
    }

    /// @return both biases, `(1, 2 * gates * H)`; where there is but one, the other is 0
    private static String biases(Call c, Recurrent op) {
        String own = ordered(c, op, c.in().get(BIASES));
        int size = op.cell().gates() * c.outShape().size(3);
        String other = c.in().size() > BIASES + 1
                ? ordered(c, op, c.in().get(BIASES + 1))
                : c.graph().constant(c.instruction().node() + ".no_bias", new double[size], size);
        return direction(c, c.step("Concat", List.of(own, other), Attributes.integer("axis", 0)));
    }

    private static String direction(Call c, String x) {
        return c.step("Unsqueeze", List.of(x, c.integers("direction", 0)));
    }

    /// @return rows in ONNX's order of gates: i, o, f, c for what PyTorch has as i, f, g, o; z, r, h for r, z, n
    private static String ordered(Call c, Recurrent op, String rows) {
        int[] order =
                switch (op.cell()) {
                    case RNN_TANH, RNN_RELU -> new int[] {0};
                    case LSTM -> new int[] {0, 3, 1, 2};
                    case GRU -> new int[] {1, 0, 2};
                };
        if (order.length == 1) {
            return rows;
        }
        int units = c.outShape().size(3);
        long[] places = Arrays.stream(order)
                .flatMap(gate -> IntStream.range(gate * units, (gate + 1) * units))
                .asLongStream()
                .toArray();
        return c.step("Gather", List.of(rows, c.integers("gates", places)), Attributes.integer("axis", 0));
    }
}
