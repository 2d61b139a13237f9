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

/// Adam with Nesterov momentum (Dozat, ICLR workshop 2016), with the momentum schedule of its section 3, as PyTorch has
/// it.
public final class NAdam implements Optimizer {

    public static final String TYPE = "NAdam";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.002);

    public static final Prop.RealProp MOMENTUM_DECAY = new Prop.RealProp("momentumDecay", 0.004, 0, 1);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "\\mu_t = \\beta_1\\,(1 - \\frac{1}{2}\\,0.96^{t\\,\\psi})",
                    "m_t = \\beta_1\\,m_{t-1} + (1 - \\beta_1)\\,d_t",
                    "v_t = \\beta_2\\,v_{t-1} + (1 - \\beta_2)\\,d_t^2, \\quad \\hat v_t = \\frac{v_t}{1 - \\beta_2^t}",
                    "\\hat m_t = \\frac{(1 - \\mu_t)\\,d_t}{1 - \\prod_{i=1}^{t} \\mu_i}"
                            + " + \\frac{\\mu_{t+1}\\,m_t}{1 - \\prod_{i=1}^{t+1} \\mu_i}",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\varepsilon}"),
            "Dozat: Incorporating Nesterov momentum into Adam. ICLR workshop 2016",
            List.of(LEARNING_RATE, Moments.BETA1, Moments.BETA2, Moments.EPSILON, MOMENTUM_DECAY, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new NAdamRule(
                spec.get(LEARNING_RATE), Moments.of(spec, spec.get(WEIGHT_DECAY)), spec.get(MOMENTUM_DECAY));
    }

    private static final class NAdamRule implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleAdamUpdates::nadam, FloatAdamUpdates::nadam);

        private final double learningRate;
        private final Moments moments;
        private final double momentumDecay;
        /// The product of the first momenta, kept so that a long run does not multiply them all at each step.
        private double product = 1;

        private long factors;

        NAdamRule(double learningRate, Moments moments, double momentumDecay) {
            this.learningRate = learningRate;
            this.moments = moments;
            this.momentumDecay = momentumDecay;
        }

        @Override
        public double learningRate() {
            return learningRate;
        }

        @Override
        public List<Slot> slots() {
            return Moments.SLOTS;
        }

        @Override
        public Kernel kernel() {
            return KERNEL;
        }

        private double momentum(long step) {
            return moments.beta1() * (1 - 0.5 * Math.pow(0.96, step * momentumDecay));
        }

        private synchronized double momenta(long step) {
            if (step < factors) {
                product = 1;
                factors = 0;
            }
            while (factors < step) {
                factors++;
                product *= momentum(factors);
            }
            return product;
        }

        @Override
        public double[] constants(double rate, long step) {
            return moments.constants(1 / (1 - Math.pow(moments.beta2(), step)), rate * now(step), rate * ahead(step));
        }

        /// @return the weight of the gradient
        private double now(long step) {
            return (1 - momentum(step)) / (1 - momenta(step));
        }

        /// @return the weight of the first moment
        private double ahead(long step) {
            return momentum(step + 1) / (1 - momenta(step) * momentum(step + 1));
        }

        @Override
        public void explain(Explanation.Builder e) {
            Moments.Told told = moments.tell(e);
            Expr b2t = e.operand("β₂ᵗ", Math.pow(moments.beta2(), e.step()));
            Expr now = e.operand("a", now(e.step()));
            Expr ahead = e.operand("b", ahead(e.step()));
            Expr d = e.decayed(moments.decay(), told.lambda());
            Expr m = told.first(e, d);
            Expr v = told.second(e, d);
            Expr vHat = e.term("v̂", product(v, over(num(1), minus(num(1), b2t))));
            Expr step = e.term("s", sum(product(product(e.rate(), now), d), product(product(e.rate(), ahead), m)));
            e.term("θ′", minus(e.parameter(), over(step, sum(call(Fn.SQRT, vHat), told.epsilon()))));
        }
    }
}
