package io.netwright.exchange.onnx;

import io.netwright.op.Binary;
import io.netwright.op.Conv;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.MatMul;
import io.netwright.op.Reshape;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Program;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.BinaryFn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds instructions that are one operator in ONNX: a product or a convolution and its bias (`Gemm`, `Conv`), and all
/// that makes up a recurrent layer. A reader then sees one operator where a person drew one layer.
final class Peephole {

    /// What several instructions are written as.
    ///
    /// @param written  the one that says which operator, such as the product
    /// @param operands what goes into the operator, such as the product's operands and the bias
    record Folded(Instruction written, List<Value> operands) {}

    private final Map<Integer, Instruction> producer = new HashMap<>();
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final Set<Integer> visible = new HashSet<>();
    private final Map<Instruction, Folded> folded = new HashMap<>();
    private final Set<Instruction> absorbed = new HashSet<>();

    Peephole(Program program, List<Instruction> instructions) {
        program.ports().values().forEach(v -> visible.add(v.id()));
        program.outputs().values().forEach(v -> visible.add(v.id()));
        for (Instruction i : instructions) {
            producer.put(i.output().id(), i);
            i.inputs().forEach(v -> uses.merge(v.id(), 1, Integer::sum));
        }
        instructions.forEach(this::fold);
    }

    /// @return what the last of several instructions is written as instead; null where it stands for itself
    @Nullable
    Folded folded(Instruction last) {
        return folded.get(last);
    }

    /// @return whether an instruction is written with another one
    boolean isAbsorbed(Instruction i) {
        return absorbed.contains(i);
    }

    private void fold(Instruction last) {
        Recurrences.Whole whole = Recurrences.find(last, v -> isPrivate(v) ? producer.get(v.id()) : null);
        if (whole == null) {
            foldSum(last);
        } else {
            folded.put(last, new Folded(whole.steps(), whole.operands()));
            absorbed.addAll(whole.absorbed());
        }
    }

    private void foldSum(Instruction sum) {
        if (!(sum.op() instanceof Binary(BinaryFn fn)) || fn != BinaryFn.ADD) {
            return;
        }
        Value left = sum.inputs().get(0);
        Value right = sum.inputs().get(1);
        if (!fold(sum, left, right)) {
            fold(sum, right, left);
        }
    }

    private boolean fold(Instruction sum, Value product, Value addend) {
        Instruction i = producer.get(product.id());
        if (i == null || !isPrivate(product)) {
            return false;
        }
        Value bias =
                switch (i.op()) {
                    case MatMul _ -> isRow(product.shape(), addend.shape()) ? addend : null;
                    case Conv _, ConvInputGrad _ -> perFilter(product.shape(), addend);
                    default -> null;
                };
        if (bias == null) {
            return false;
        }
        List<Value> operands = new ArrayList<>(i.inputs());
        operands.add(bias);
        folded.put(sum, new Folded(i, operands));
        absorbed.add(i);
        return true;
    }

    /// @return whether nobody but one instruction sees the value
    private boolean isPrivate(Value v) {
        return uses.getOrDefault(v.id(), 0) == 1 && !visible.contains(v.id());
    }

    private static boolean isRow(Shape product, Shape addend) {
        return product.rank() == 2 && !product.isBatched(1) && addend.equals(Shape.of(product.raw(1)));
    }

    /// @return the vector that was laid out as `(F, 1, ...)` to be added per filter; null where it is something else
    private @Nullable Value perFilter(Shape product, Value addend) {
        int filters = product.size(1);
        Instruction i = producer.get(addend.id());
        if (i == null
                || !(i.op() instanceof Reshape)
                || addend.shape().rank() != product.rank() - 1
                || addend.shape().size(0) != filters
                || addend.shape().elementsPerSample() != filters) {
            return null;
        }
        Value vector = i.inputs().getFirst();
        if (!vector.shape().equals(Shape.of(filters))) {
            return null;
        }
        if (isPrivate(addend)) {
            absorbed.add(i);
        }
        return vector;
    }
}
