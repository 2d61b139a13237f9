package io.netwright.op.explain;

import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The tensors of one executed op, from which explanations take their numbers.
///
/// @param in  the operands
/// @param out the output
/// @param run what the op knew of the moment
public record Operands(List<Tensor> in, Tensor out, io.netwright.op.Run run) {

    /// @return element `index` of operand `input`
    public Expr.Ref ref(int input, int... index) {
        Tensor t = input < 0 ? out : in.get(input);
        List<Integer> list = new ArrayList<>();
        for (int i : index) {
            list.add(i);
        }
        return new Expr.Ref(input, List.copyOf(list), t.get(t.offset(index)));
    }

    /// @return element number `flat` of operand `input`, in row-major order
    public Expr.Ref flat(int input, int flat) {
        Tensor t = input < 0 ? out : in.get(input);
        return ref(input, t.index(flat));
    }
}
