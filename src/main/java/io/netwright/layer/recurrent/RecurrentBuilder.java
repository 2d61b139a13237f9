package io.netwright.layer.recurrent;

import io.netwright.layer.LayerBuilder;
import io.netwright.op.Concat;
import io.netwright.op.RandomMask;
import io.netwright.op.Recurrent;
import io.netwright.op.RecurrentPart;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds one layer of a stack of recurrent layers. Parameters are called as PyTorch calls them
/// (`weight_ih_l0_reverse`); weights lie as everywhere here, `[in, out]`.
///
/// The product of the input with its weights is taken for all steps at once; what is left for each step is in
/// [Recurrent].
///
/// @param mask `(N, T)`, 0 for steps that do not count
record RecurrentBuilder(LayerBuilder b, Cell cell, @Nullable Value mask) {

    /// @param join how the two directions are joined; empty for one direction
    /// @param last whether only the output of the last step is wanted
    Value layer(int number, Value x, String join, boolean last) {
        Value forward = direction("_l" + number, x, false, last);
        if (join.isEmpty()) {
            return forward;
        }
        Value backward = direction("_l" + number + "_reverse", x, true, last);
        return switch (join) {
            case "sum" -> b.add("H", forward, backward);
            case "mean" -> b.affine("H", b.add("H", forward, backward), 0.5, 0);
            case "product" -> b.mul("H", forward, backward);
            default -> b.apply("H", new Concat(forward.shape().rank() - 1), forward, backward);
        };
    }

    /// @return `x` with dropout, as PyTorch has it between the layers of a stack
    Value dropped(Value x) {
        double rate = b.get(RecurrentLayer.DROPOUT);
        return b.training() && rate > 0 ? b.mul("X", x, b.apply("M", new RandomMask(rate, x.shape()))) : x;
    }

    private Value direction(String suffix, Value x, boolean reverse, boolean last) {
        int in = x.shape().size(2);
        int units = b.get(RecurrentLayer.UNITS);
        int width = cell.gates() * units;
        Value weight = b.parameter(
                "weight_ih" + suffix,
                "W",
                Shape.of(in, width),
                new Initialiser.Fans(in, units),
                b.get(RecurrentLayer.WEIGHT_INIT),
                RecurrentLayer.WEIGHT_INIT);
        Value recurrent = b.parameter(
                "weight_hh" + suffix,
                "U",
                Shape.of(units, width),
                new Initialiser.Fans(units, units),
                b.get(RecurrentLayer.RECURRENT_INIT),
                RecurrentLayer.RECURRENT_INIT);
        Value gates = b.matmul("XW", x, weight);
        List<Value> operands = new ArrayList<>();
        boolean biased = b.get(RecurrentLayer.BIAS);
        if (biased) {
            Value own = bias("bias_ih" + suffix, "b", width, units);
            Value other = bias("bias_hh" + suffix, "c", width, units);
            if (cell == Cell.GRU) {
                // the second one stands inside what r gates
                operands.add(other);
            } else {
                own = b.add("b+c", own, other);
            }
            gates = b.add("G", gates, own);
        }
        operands.addFirst(recurrent);
        operands.addFirst(gates);
        if (mask != null) {
            operands.add(mask);
        }
        Recurrent op = new Recurrent(cell, reverse, biased && cell == Cell.GRU, mask != null);
        Value outputs = b.apply("H", new RecurrentPart(cell, cell.output(), 0), b.apply("S", op, operands));
        if (!last) {
            return outputs;
        }
        int steps = x.shape().size(1);
        Value one = b.apply("h", new SliceAxis(1, reverse ? 0 : steps - 1, 1), outputs);
        return b.reshape("h", one, Shape.of(x.shape().raw(0), units));
    }

    private Value bias(String name, String label, int width, int units) {
        return b.parameter(
                name,
                label,
                Shape.of(width),
                new Initialiser.Fans(units, units),
                b.get(RecurrentLayer.BIAS_INIT),
                RecurrentLayer.BIAS_INIT);
    }
}
