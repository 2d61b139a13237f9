package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import java.util.List;
import java.util.Optional;

/// Levenberg-Marquardt (Marquardt 1963; for networks Hagan and Menhaj 1994): between Newton's method and gradient
/// descent, for small networks with a squared error. Needs the square of the number of parameters in memory, and the
/// derivative of every prediction by itself.
public final class LevenbergMarquardt implements Optimizer {

    public static final String TYPE = "LevenbergMarquardt";

    /// What part of the step found is taken.
    public static final Prop.RealProp LEARNING_RATE = Hyper.learningRate(1);

    /// How much gradient descent there is in it to begin with.
    public static final Prop.RealProp DAMPING = new Prop.RealProp("damping", 1e-3, 1e-12, 1e9);

    /// By what the damping is divided after a step that lowers the loss, and multiplied after one that does not.
    public static final Prop.RealProp DAMPING_FACTOR = new Prop.RealProp("dampingFactor", 10.0, 1.01, 1000);

    private static final OptimizerInfo INFO = new OptimizerInfo(
            TYPE,
            List.of(
                    "r_i = a_i - y_i, \\quad J_{ij} = \\frac{\\partial r_i}{\\partial \\theta_j}",
                    "(J^T J + \\mu\\,I)\\,\\Delta = -J^T r",
                    "\\theta' = \\theta + \\eta\\,\\Delta"),
            "Hagan, Menhaj: Training feedforward networks with the Marquardt algorithm. IEEE Transactions on Neural"
                    + " Networks 5, 1994",
            List.of(LEARNING_RATE, DAMPING, DAMPING_FACTOR));

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
        return Optional.of(new MarquardtSearch(spec.get(DAMPING), spec.get(DAMPING_FACTOR)));
    }
}
