package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import java.util.List;
import java.util.Optional;

/// L-BFGS (Liu and Nocedal 1989), as PyTorch has it: a quasi-Newton method that estimates the curvature from the last
/// few steps. Each step goes through several iterations on the same batch; made for networks that are trained on all
/// samples at once.
public final class Lbfgs implements Optimizer {

    public static final String TYPE = "LBFGS";

    private static final String NONE = "none";
    private static final String STRONG_WOLFE = "strongWolfe";

    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(1);

    public static final Prop.IntProp ITERATIONS = new Prop.IntProp("iterations", 20, 1, 10_000);

    /// How many steps are remembered.
    public static final Prop.IntProp HISTORY = new Prop.IntProp("history", 100, 1, 1000);

    public static final Prop.ChoiceProp LINE_SEARCH =
            new Prop.ChoiceProp("lineSearch", NONE, List.of(NONE, STRONG_WOLFE));

    /// Below which largest gradient it stops.
    public static final Prop.RealProp GRADIENT_TOLERANCE = new Prop.RealProp("gradientTolerance", 1e-7, 0, 1);

    /// Below which change of a parameter or of the loss it stops.
    public static final Prop.RealProp CHANGE_TOLERANCE = new Prop.RealProp("changeTolerance", 1e-9, 0, 1);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "s_k = \\theta_{k+1} - \\theta_k, \\quad y_k = g_{k+1} - g_k, \\quad H \\approx (\\nabla^2 L)^{-1}",
                    "d_k = -H\\,g_k",
                    "\\theta_{k+1} = \\theta_k + \\eta\\,d_k"),
            "Liu, Nocedal: On the limited memory BFGS method for large scale optimization. Mathematical Programming 45,"
                    + " 1989",
            List.of(LEARNING_RATE, ITERATIONS, HISTORY, LINE_SEARCH, GRADIENT_TOLERANCE, CHANGE_TOLERANCE));

    @Override
    public OptimizerInfo info() {
        return INFO;
    }

    @Override
    public Rule rule(OptimizerSpec spec) {
        return new StepRule(spec.get(LEARNING_RATE));
    }

    @Override
    public Optional<Search> search(OptimizerSpec spec) {
        return Optional.of(new LbfgsSearch(
                spec.get(ITERATIONS),
                spec.get(HISTORY),
                spec.get(LINE_SEARCH).equals(STRONG_WOLFE),
                spec.get(GRADIENT_TOLERANCE),
                spec.get(CHANGE_TOLERANCE)));
    }
}
