package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import java.util.List;

/// What Adam and its kin have in common: a fading mean of gradients, a fading mean of their squares, and the settings
/// for both.
///
/// @param decay the share of the parameter that is added to the gradient; 0 where weight decay is decoupled
record Moments(double beta1, double beta2, double epsilon, double decay) {

    static final Prop.RealProp BETA1 = Hyper.share("beta1", 0.9);

    static final Prop.RealProp BETA2 = Hyper.share("beta2", 0.999);

    static final Prop.RealProp EPSILON = Hyper.epsilon(1e-8);

    static final List<Rule.Slot> SLOTS = List.of(new Rule.Slot("m", "m"), new Rule.Slot("v", "v"));

    /// @param decay the weight decay that is added to the gradient
    static Moments of(OptimizerSpec spec, double decay) {
        return new Moments(spec.get(BETA1), spec.get(BETA2), spec.get(EPSILON), decay);
    }

    /// @return the constants that all kernels of [DoubleAdamUpdates] begin with, and `more` behind them
    double[] constants(double... more) {
        double[] c = new double[6 + more.length];
        c[0] = decay;
        c[1] = beta1;
        c[2] = 1 - beta1;
        c[3] = beta2;
        c[4] = 1 - beta2;
        c[5] = epsilon;
        System.arraycopy(more, 0, c, 6, more.length);
        return c;
    }

    /// The settings as operands of an explanation.
    record Told(Expr beta1, Expr beta2, Expr epsilon, Expr lambda) {

        /// @return the term m′, where `d` is the gradient with what is added to it
        Expr first(Explanation.Builder e, Expr d) {
            return e.term("m′", sum(product(beta1, e.slot(0)), product(minus(num(1), beta1), d)));
        }

        /// @return the term v′
        Expr second(Explanation.Builder e, Expr d) {
            return e.term("v′", sum(product(beta2, e.slot(1)), product(minus(num(1), beta2), product(d, d))));
        }
    }

    /// Names the settings.
    Told tell(Explanation.Builder e) {
        return new Told(
                e.operand("β₁", beta1), e.operand("β₂", beta2), e.operand("ε", epsilon), Hyper.lambda(e, decay));
    }
}
