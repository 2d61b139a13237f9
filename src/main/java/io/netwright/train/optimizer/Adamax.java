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
import java.util.List;

/// Adamax: Adam by the greatest gradient rather than by the mean square (Kingma and Ba, ICLR 2015, section 7.1). As in
/// PyTorch, epsilon is added to the gradient's size.
public final class Adamax implements Optimizer {

    public static final String TYPE = "Adamax";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.002);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "m_t = \\beta_1\\,m_{t-1} + (1 - \\beta_1)\\,d_t",
                    "u_t = \\max(\\beta_2\\,u_{t-1},\\ |d_t| + \\varepsilon)",
                    "\\theta_t = \\theta_{t-1} - \\frac{\\eta}{1 - \\beta_1^t}\\,\\frac{m_t}{u_t}"),
            "Kingma, Ba: Adam: A method for stochastic optimization. ICLR 2015, section 7.1",
            List.of(LEARNING_RATE, Moments.BETA1, Moments.BETA2, Moments.EPSILON, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new AdamaxRule(spec.get(LEARNING_RATE), Moments.of(spec, spec.get(WEIGHT_DECAY)));
    }

    private record AdamaxRule(double learningRate, Moments moments) implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleAdamUpdates::adamax, FloatAdamUpdates::adamax);
        private static final List<Slot> SLOTS = List.of(Moments.SLOTS.getFirst(), new Slot("u", "u"));

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
            return moments.constants(rate / (1 - Math.pow(moments.beta1(), step)));
        }

        @Override
        public void explain(Explanation.Builder e) {
            Moments.Told told = moments.tell(e);
            Expr b1t = e.operand("β₁ᵗ", Math.pow(moments.beta1(), e.step()));
            Expr d = e.decayed(moments.decay(), told.lambda());
            Expr m = told.first(e, d);
            Expr u = e.term("u′", call(Fn.MAX, product(told.beta2(), e.slot(1)), sum(call(Fn.ABS, d), told.epsilon())));
            e.term("θ′", minus(e.parameter(), over(product(over(e.rate(), minus(num(1), b1t)), m), u)));
        }
    }
}
