package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import java.util.List;

/// Adam (Kingma and Ba, ICLR 2015), with bias correction and epsilon outside of the root. Weight decay is added to the
/// gradient, as PyTorch's Adam does; see [AdamW] for the decoupled form. AMSGrad (Reddi et al., ICLR 2018) lets the
/// greatest second moment so far count, again as PyTorch has it: the maximum is taken before the bias correction.
public final class Adam implements Optimizer {

    public static final String TYPE = "Adam";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.001);

    public static final Prop.RealProp BETA1 = Moments.BETA1;

    public static final Prop.RealProp BETA2 = Moments.BETA2;

    public static final Prop.RealProp EPSILON = Moments.EPSILON;

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0);

    public static final Prop.BoolProp AMSGRAD = new Prop.BoolProp("amsgrad", false);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "d_t = g_t + \\lambda\\,\\theta_{t-1}",
                    "m_t = \\beta_1\\,m_{t-1} + (1 - \\beta_1)\\,d_t",
                    "v_t = \\beta_2\\,v_{t-1} + (1 - \\beta_2)\\,d_t^2",
                    "\\hat m_t = \\frac{m_t}{1 - \\beta_1^t}, \\quad \\hat v_t = \\frac{v_t}{1 - \\beta_2^t}",
                    "\\theta_t = \\theta_{t-1} - \\eta\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\varepsilon}"),
            "Kingma, Ba: Adam: A method for stochastic optimization. ICLR 2015",
            List.of(LEARNING_RATE, BETA1, BETA2, EPSILON, WEIGHT_DECAY, AMSGRAD));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new AdamRule(spec.get(LEARNING_RATE), Moments.of(spec, spec.get(WEIGHT_DECAY)), 0, spec.get(AMSGRAD));
    }
}
