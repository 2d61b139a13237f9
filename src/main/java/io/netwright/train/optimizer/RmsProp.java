package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.over;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.layer.Prop;
import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import java.util.ArrayList;
import java.util.List;

/// RMSprop (Tieleman and Hinton 2012), as PyTorch has it: epsilon outside of the root, optionally centred (Graves 2013)
/// and with momentum on the scaled gradient.
public final class RmsProp implements Optimizer {

    public static final String TYPE = "RMSprop";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.01);

    public static final Prop.RealProp ALPHA = Hyper.share("alpha", 0.99);

    public static final Prop.RealProp EPSILON = Hyper.epsilon(1e-8);

    public static final Prop.RealProp MOMENTUM = Hyper.share("momentum", 0);

    public static final Prop.BoolProp CENTRED = new Prop.BoolProp("centred", false);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "v_t = \\alpha\\,v_{t-1} + (1 - \\alpha)\\,d_t^2",
                    "a_t = \\alpha\\,a_{t-1} + (1 - \\alpha)\\,d_t \\quad (a_t = 0 \\text{ unless centred})",
                    "b_t = \\mu\\,b_{t-1} + \\frac{d_t}{\\sqrt{v_t - a_t^2} + \\varepsilon}",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,b_t"),
            "Tieleman, Hinton: Lecture 6.5 - RMSProp. COURSERA: Neural networks for machine learning, 2012",
            List.of(LEARNING_RATE, ALPHA, EPSILON, MOMENTUM, CENTRED, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new RmsPropRule(
                spec.get(LEARNING_RATE),
                spec.get(ALPHA),
                spec.get(EPSILON),
                spec.get(MOMENTUM),
                spec.get(CENTRED),
                spec.get(WEIGHT_DECAY));
    }

    private record RmsPropRule(
            double learningRate, double alpha, double epsilon, double momentum, boolean centred, double decay)
            implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleUpdates::rmsprop, FloatUpdates::rmsprop);

        @Override
        public List<Slot> slots() {
            List<Slot> slots = new ArrayList<>(List.of(new Slot("square", "v")));
            if (centred) {
                slots.add(new Slot("mean", "a"));
            }
            if (momentum != 0) {
                slots.add(new Slot("momentum", "b"));
            }
            return slots;
        }

        @Override
        public Kernel kernel() {
            return KERNEL;
        }

        @Override
        public double[] constants(double rate, long step) {
            return new double[] {rate, decay, alpha, 1 - alpha, epsilon, momentum, centred ? 1 : 0};
        }

        @Override
        public void explain(Explanation.Builder e) {
            Expr lambda = Hyper.lambda(e, decay);
            Expr a = e.operand("α", alpha);
            Expr eps = e.operand("ε", epsilon);
            Expr mu = momentum == 0 ? num(0) : e.operand("μ", momentum);
            Expr d = e.decayed(decay, lambda);
            Expr spread = e.term("v′", sum(product(a, e.slot(0)), product(minus(num(1), a), product(d, d))));
            if (centred) {
                Expr mean = e.term("a′", sum(product(a, e.slot(1)), product(minus(num(1), a), d)));
                spread = e.term("s", minus(spread, product(mean, mean)));
            }
            Expr root = sum(call(Fn.SQRT, spread), eps);
            if (momentum == 0) {
                e.term("θ′", minus(e.parameter(), over(product(e.rate(), d), root)));
            } else {
                Expr buffer = e.term("b′", sum(product(mu, e.slot(centred ? 2 : 1)), over(d, root)));
                e.term("θ′", minus(e.parameter(), product(e.rate(), buffer)));
            }
        }
    }
}
