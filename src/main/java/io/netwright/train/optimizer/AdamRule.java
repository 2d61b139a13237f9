package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.over;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import java.util.List;

/// What [Adam] and [AdamW] have in common.
///
/// The bias corrections are multiplied by their reciprocals, which saves two of three divisions for each element.
///
/// @param decoupled whether weight decay shrinks the parameter rather than adding to the gradient
record AdamRule(double learningRate, double beta1, double beta2, double epsilon, double decay, boolean decoupled)
        implements Rule {

    private static final List<Slot> SLOTS = List.of(new Slot("m", "m"), new Slot("v", "v"));

    @Override
    public List<Slot> slots() {
        return SLOTS;
    }

    @Override
    public void update(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int from, int to) {
        double c1 = 1 / (1 - Math.pow(beta1, step));
        double c2 = 1 / (1 - Math.pow(beta2, step));
        double shrink = decoupled ? 1 - rate * decay : 1;
        double added = decoupled ? 0 : decay;
        switch (w) {
            case DoubleTensor d -> {
                double[] gradient = ((DoubleTensor) g).data();
                double[] m = ((DoubleTensor) slots[0]).data();
                double[] v = ((DoubleTensor) slots[1]).data();
                DoubleUpdates.adam(
                        rate, beta1, beta2, epsilon, c1, c2, shrink, added, d.data(), gradient, m, v, from, to);
            }
            case FloatTensor f -> {
                float[] gradient = ((FloatTensor) g).data();
                float[] m = ((FloatTensor) slots[0]).data();
                float[] v = ((FloatTensor) slots[1]).data();
                FloatUpdates.adam(
                        rate, beta1, beta2, epsilon, c1, c2, shrink, added, f.data(), gradient, m, v, from, to);
            }
        }
    }

    @Override
    public Explanation explain(double rate, long step, Tensor w, Tensor g, Tensor[] slots, int i) {
        var e = new Explanation.Builder();
        Expr theta = e.operand("θ", w.get(i));
        Expr d = e.operand("g", g.get(i));
        Expr m = e.operand("m", slots[0].get(i));
        Expr v = e.operand("v", slots[1].get(i));
        Expr eta = e.operand("η", rate);
        Expr b1 = e.operand("β₁", beta1);
        Expr b2 = e.operand("β₂", beta2);
        Expr b1t = e.operand("β₁ᵗ", Math.pow(beta1, step));
        Expr b2t = e.operand("β₂ᵗ", Math.pow(beta2, step));
        Expr eps = e.operand("ε", epsilon);
        if (decay != 0) {
            Expr lambda = e.operand("λ", decay);
            if (decoupled) {
                theta = e.term("θ₁", product(theta, minus(num(1), product(eta, lambda))));
            } else {
                d = e.term("d", sum(d, product(lambda, theta)));
            }
        }
        Expr mNext = e.term("m′", sum(product(b1, m), product(minus(num(1), b1), d)));
        Expr vNext = e.term("v′", sum(product(b2, v), product(minus(num(1), b2), product(d, d))));
        Expr mHat = e.term("m̂", product(mNext, over(num(1), minus(num(1), b1t))));
        Expr vHat = e.term("v̂", product(vNext, over(num(1), minus(num(1), b2t))));
        e.term("θ′", minus(theta, over(product(eta, mHat), sum(call(Fn.SQRT, vHat), eps))));
        return e.build();
    }
}
