package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import java.util.List;

/// Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019): the parameter shrinks by `η λ` of itself,
/// beside the step that the gradient asks for. As in PyTorch, the decay is multiplied by the learning rate.
public final class AdamW implements Optimizer {

    public static final String TYPE = "AdamW";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(0.001);

    public static final Prop.RealProp BETA1 = Moments.BETA1;

    public static final Prop.RealProp BETA2 = Moments.BETA2;

    public static final Prop.RealProp EPSILON = Moments.EPSILON;

    public static final Prop.RealProp WEIGHT_DECAY = Hyper.weightDecay(0.01);

    public static final Prop.BoolProp AMSGRAD = Adam.AMSGRAD;

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "\\theta'_{t-1} = (1 - \\eta\\,\\lambda)\\,\\theta_{t-1}",
                    "m_t = \\beta_1\\,m_{t-1} + (1 - \\beta_1)\\,g_t",
                    "v_t = \\beta_2\\,v_{t-1} + (1 - \\beta_2)\\,g_t^2",
                    "\\hat m_t = \\frac{m_t}{1 - \\beta_1^t}, \\quad \\hat v_t = \\frac{v_t}{1 - \\beta_2^t}",
                    "\\theta_t = \\theta'_{t-1} - \\eta\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\varepsilon}"),
            "Loshchilov, Hutter: Decoupled weight decay regularization. ICLR 2019",
            List.of(LEARNING_RATE, BETA1, BETA2, EPSILON, WEIGHT_DECAY, AMSGRAD));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new AdamRule(spec.get(LEARNING_RATE), Moments.of(spec, 0), spec.get(WEIGHT_DECAY), spec.get(AMSGRAD));
    }
}
