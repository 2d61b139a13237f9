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

/// Rectified Adam (Liu et al., ICLR 2020), as PyTorch has it: the second moment counts once its variance can be
/// trusted, after five steps with the default settings.
public final class RAdam implements Optimizer {

    public static final String TYPE = "RAdam";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.001);

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "m_t = \\beta_1\\,m_{t-1} + (1 - \\beta_1)\\,d_t, \\quad \\hat m_t = \\frac{m_t}{1 - \\beta_1^t}",
                    "v_t = \\beta_2\\,v_{t-1} + (1 - \\beta_2)\\,d_t^2",
                    "\\rho_\\infty = \\frac{2}{1 - \\beta_2} - 1, \\quad"
                            + " \\rho_t = \\rho_\\infty - \\frac{2\\,t\\,\\beta_2^t}{1 - \\beta_2^t}",
                    "r_t = \\sqrt{\\frac{(\\rho_t - 4)(\\rho_t - 2)\\,\\rho_\\infty}"
                            + "{(\\rho_\\infty - 4)(\\rho_\\infty - 2)\\,\\rho_t}}",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,\\hat m_t\\,r_t"
                            + "\\,\\frac{\\sqrt{1 - \\beta_2^t}}{\\sqrt{v_t} + \\varepsilon}"
                            + " \\quad (\\rho_t > 5)",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,\\hat m_t \\quad (\\rho_t \\le 5)"),
            "Liu et al.: On the variance of the adaptive learning rate and beyond. ICLR 2020",
            List.of(LEARNING_RATE, Moments.BETA1, Moments.BETA2, Moments.EPSILON, WEIGHT_DECAY));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new RAdamRule(spec.get(LEARNING_RATE), Moments.of(spec, spec.get(WEIGHT_DECAY)));
    }

    private record RAdamRule(double learningRate, Moments moments) implements Rule {

        private static final Kernel KERNEL = new Kernel(DoubleAdamUpdates::radam, FloatAdamUpdates::radam);

        @Override
        public List<Slot> slots() {
            return Moments.SLOTS;
        }

        @Override
        public Kernel kernel() {
            return KERNEL;
        }

        @Override
        public double[] constants(double rate, long step) {
            return moments.constants(rate / (1 - Math.pow(moments.beta1(), step)), rectified(step));
        }

        /// @return the rectification times `sqrt(1 - beta2^t)`; 0 where the second moment does not count
        private double rectified(long step) {
            double most = 2 / (1 - moments.beta2()) - 1;
            double power = Math.pow(moments.beta2(), step);
            double rho = most - 2 * step * power / (1 - power);
            return rho > 5
                    ? Math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho)) * Math.sqrt(1 - power)
                    : 0;
        }

        @Override
        public void explain(Explanation.Builder e) {
            Moments.Told told = moments.tell(e);
            Expr b1t = e.operand("β₁ᵗ", Math.pow(moments.beta1(), e.step()));
            double r = rectified(e.step());
            Expr factor = r == 0 ? num(0) : e.operand("r", r);
            Expr d = e.decayed(moments.decay(), told.lambda());
            Expr m = told.first(e, d);
            Expr v = told.second(e, d);
            Expr step = e.term("s", product(over(e.rate(), minus(num(1), b1t)), m));
            e.term(
                    "θ′",
                    minus(
                            e.parameter(),
                            r == 0 ? step : over(product(step, factor), sum(call(Fn.SQRT, v), told.epsilon()))));
        }
    }
}
