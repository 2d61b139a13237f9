package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.over;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import java.util.List;

/// Adagrad (Duchi, Hazan and Singer, JMLR 2011), as PyTorch has it.
public final class Adagrad implements Optimizer {

    public static final String TYPE = "Adagrad";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.01);

    /// By how much the learning rate shrinks: at step t it is divided by `1 + (t - 1) rateDecay`.
    public static final Prop.RealProp RATE_DECAY = new Prop.RealProp("rateDecay", 0.0, 0, 1000);

    /// What the sum of squares begins with.
    public static final Prop.RealProp INITIAL = new Prop.RealProp("initialSum", 0.0, 0, 1e6);

    public static final Prop.RealProp EPSILON = Hyper.epsilon(1e-10);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "\\eta_t = \\frac{\\eta}{1 + (t - 1)\\,\\delta}",
                    "s_t = s_{t-1} + d_t^2",
                    "\\theta_t = \\theta_{t-1} - \\eta_t\\,\\frac{d_t}{\\sqrt{s_t + s_0} + \\varepsilon}"),
            "Duchi, Hazan, Singer: Adaptive subgradient methods for online learning and stochastic optimization."
                    + " JMLR 12, 2011",
            List.of(LEARNING_RATE, RATE_DECAY, INITIAL, EPSILON, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new AdagradRule(
                spec.get(LEARNING_RATE),
                spec.get(RATE_DECAY),
                spec.get(INITIAL),
                spec.get(EPSILON),
                spec.get(WEIGHT_DECAY));
    }

    private record AdagradRule(double learningRate, double rateDecay, double initial, double epsilon, double decay)
            implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleUpdates::adagrad, FloatUpdates::adagrad);
        private static final List<Slot> SLOTS = List.of(new Slot("sum", "s"));

        @Override
        public List<Slot> slots() {
            return SLOTS;
        }

        @Override
        public Kernel kernel() {
            return KERNEL;
        }

        @Override
        public double[] constants(double rate, long step) {
            return new double[] {rateAt(rate, step), decay, initial, epsilon};
        }

        private double rateAt(double rate, long step) {
            return rate / (1 + (step - 1) * rateDecay);
        }

        @Override
        public void explain(Explanation.Builder e) {
            Expr lambda = Hyper.lambda(e, decay);
            Expr rate = rateDecay == 0 ? e.rate() : e.operand("ηₜ", rateAt(e.learningRate(), e.step()));
            Expr eps = e.operand("ε", epsilon);
            Expr begin = initial == 0 ? Expr.num(0) : e.operand("s₀", initial);
            Expr d = e.decayed(decay, lambda);
            Expr s = e.term("s′", sum(e.slot(0), product(d, d)));
            Expr all = initial == 0 ? s : sum(s, begin);
            e.term("θ′", minus(e.parameter(), over(product(rate, d), sum(call(Fn.SQRT, all), eps))));
        }
    }
}
