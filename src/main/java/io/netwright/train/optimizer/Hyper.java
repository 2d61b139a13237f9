package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.product;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;

/// Hyper-parameters that several optimizers have, with what is allowed; the default is each optimizer's own.
final class Hyper {

    static final String LEARNING_RATE = "learningRate";

    private static final String WEIGHT_DECAY = "weightDecay";

    private Hyper() {}

    static Prop.RealProp learningRate(double defaultValue) {
        return new Prop.RealProp(LEARNING_RATE, defaultValue, 0, 1000);
    }

    static Prop.RealProp weightDecay(double defaultValue) {
        return new Prop.RealProp(WEIGHT_DECAY, defaultValue, 0, 1000);
    }

    /// @return `spec` with the weight decay multiplied by `factor`; as it is where the optimizer has none
    static OptimizerSpec scaleDecay(Optimizer optimizer, OptimizerSpec spec, double factor) {
        for (Prop<?> prop : optimizer.info().props()) {
            if (prop instanceof Prop.RealProp decay && decay.key().equals(WEIGHT_DECAY)) {
                return spec.with(decay, spec.get(decay) * factor);
            }
        }
        return spec;
    }

    /// A share of the past that is kept: less than 1, or nothing new would ever count.
    static Prop.RealProp share(String key, double defaultValue) {
        return new Prop.RealProp(key, defaultValue, 0, 0.9999999999);
    }

    /// More than 0, or a parameter whose gradient has always been 0 would become NaN.
    static Prop.RealProp epsilon(double defaultValue) {
        return new Prop.RealProp("epsilon", defaultValue, 1e-16, 1);
    }

    /// @return the operand λ; 0 where nothing decays, and then nothing is said of it
    static Expr lambda(Explanation.Builder e, double decay) {
        return decay == 0 ? num(0) : e.operand("λ", decay);
    }

    /// @return θ after decoupled weight decay; a term of its own where there is any
    static Expr shrunk(Explanation.Builder e, double decay, Expr lambda) {
        return decay == 0
                ? e.parameter()
                : e.term("θ₁", product(e.parameter(), minus(num(1), product(e.rate(), lambda))));
    }
}
