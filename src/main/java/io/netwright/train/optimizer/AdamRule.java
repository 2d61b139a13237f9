package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.over;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import java.util.List;

/// What [Adam] and [AdamW] have in common.
///
/// The bias corrections are multiplied by their reciprocals, which saves two of three divisions for each element.
///
/// @param shrinking decoupled weight decay: by what share of the learning rate the parameter shrinks
/// @param amsgrad   whether the greatest second moment so far counts rather than the present one
record AdamRule(double learningRate, Moments moments, double shrinking, boolean amsgrad) implements Rule {

    private static final Kernel ADAM = new Kernel(DoubleAdamUpdates::adam, FloatAdamUpdates::adam);
    private static final Kernel AMSGRAD = new Kernel(DoubleAdamUpdates::amsgrad, FloatAdamUpdates::amsgrad);
    private static final List<Slot> AMSGRAD_SLOTS =
            List.of(Moments.SLOTS.get(0), Moments.SLOTS.get(1), new Slot("greatestV", "u"));

    @Override
    public List<Slot> slots() {
        return amsgrad ? AMSGRAD_SLOTS : Moments.SLOTS;
    }

    @Override
    public Kernel kernel() {
        return amsgrad ? AMSGRAD : ADAM;
    }

    @Override
    public double[] constants(double rate, long step) {
        return moments.constants(
                1 - rate * shrinking,
                rate,
                1 / (1 - Math.pow(moments.beta1(), step)),
                1 / (1 - Math.pow(moments.beta2(), step)));
    }

    @Override
    public void explain(Explanation.Builder e) {
        Moments.Told told = moments.tell(e);
        Expr b1t = e.operand("β₁ᵗ", Math.pow(moments.beta1(), e.step()));
        Expr b2t = e.operand("β₂ᵗ", Math.pow(moments.beta2(), e.step()));
        Expr lambda = shrinking == 0 ? told.lambda() : e.operand("λ", shrinking);
        Expr theta = Hyper.shrunk(e, shrinking, lambda);
        Expr d = e.decayed(moments.decay(), lambda);
        Expr m = told.first(e, d);
        Expr v = told.second(e, d);
        if (amsgrad) {
            v = e.term("u′", call(Fn.MAX, e.slot(2), v));
        }
        Expr mHat = e.term("m̂", product(m, over(num(1), minus(num(1), b1t))));
        Expr vHat = e.term("v̂", product(v, over(num(1), minus(num(1), b2t))));
        e.term("θ′", minus(theta, over(product(e.rate(), mHat), sum(call(Fn.SQRT, vHat), told.epsilon()))));
    }
}
