package io.netwright.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each optimizer on `f(x) = sum a_i (x_i - c_i)^2 / 2`, step by step against its published recurrence, written out
/// here in plain numbers.
class TrajectoryTest {

    private static final double[] A = {0.5, 1, 3, 10, 0.01};
    private static final double[] C = {1, -2, 0.25, 0, 30};
    private static final double[] START = {0, 0, 1, -1, 2.5};
    private static final int STEPS = 40;

    /// One published recurrence for one number; keeps what it needs.
    interface Recurrence {
        double next(double x, double g, int t);
    }

    record Case(String name, OptimizerSpec spec, java.util.function.Supplier<Recurrence> published) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        OptimizerSpec sgd = OptimizerSpec.of("SGD").with(Sgd.LEARNING_RATE, 0.05);
        OptimizerSpec adam = OptimizerSpec.of("Adam").with(Adam.LEARNING_RATE, 0.1);
        OptimizerSpec adamW = OptimizerSpec.of("AdamW").with(AdamW.LEARNING_RATE, 0.1);
        OptimizerSpec lion = OptimizerSpec.of("Lion").with(Lion.LEARNING_RATE, 0.03);
        return Stream.of(
                new Case("SGD", sgd, () -> momentum(0.05, 0, false, 0)),
                new Case("weight decay", sgd.with(Sgd.WEIGHT_DECAY, 0.3), () -> momentum(0.05, 0, false, 0.3)),
                new Case("momentum", sgd.with(Sgd.MOMENTUM, 0.9), () -> momentum(0.05, 0.9, false, 0)),
                new Case(
                        "momentum and weight decay",
                        sgd.with(Sgd.MOMENTUM, 0.8).with(Sgd.WEIGHT_DECAY, 0.02),
                        () -> momentum(0.05, 0.8, false, 0.02)),
                new Case(
                        "Nesterov",
                        sgd.with(Sgd.MOMENTUM, 0.9).with(Sgd.NESTEROV, true).with(Sgd.WEIGHT_DECAY, 0.02),
                        () -> momentum(0.05, 0.9, true, 0.02)),
                new Case("Adam", adam, () -> adam(0.1, 0.9, 0.999, 1e-8, 0, 0)),
                new Case(
                        "Adam, all set",
                        adam.with(Adam.BETA1, 0.8)
                                .with(Adam.BETA2, 0.95)
                                .with(Adam.EPSILON, 1e-3)
                                .with(Adam.WEIGHT_DECAY, 0.1),
                        () -> adam(0.1, 0.8, 0.95, 1e-3, 0.1, 0)),
                new Case("AdamW", adamW, () -> adam(0.1, 0.9, 0.999, 1e-8, 0, 0.01)),
                new Case(
                        "AdamW, weight decay",
                        adamW.with(AdamW.WEIGHT_DECAY, 0.2),
                        () -> adam(0.1, 0.9, 0.999, 1e-8, 0, 0.2)),
                new Case("Lion", lion, () -> lion(0.03, 0.9, 0.99, 0)),
                new Case(
                        "Lion, all set",
                        lion.with(Lion.BETA1, 0.8).with(Lion.BETA2, 0.95).with(Lion.WEIGHT_DECAY, 0.2),
                        () -> lion(0.03, 0.8, 0.95, 0.2)));
    }

    /// torch.optim.SGD: `g += wd x; buf = g at first, then mu buf + g; g = g + mu buf if nesterov else buf; x -= lr g`.
    private static Recurrence momentum(double lr, double mu, boolean nesterov, double decay) {
        double[] buffer = {Double.NaN};
        return (x, gradient, t) -> {
            double g = gradient + decay * x;
            if (mu == 0) {
                return x - lr * g;
            }
            buffer[0] = t == 1 ? g : mu * buffer[0] + g;
            return x - lr * (nesterov ? g + mu * buffer[0] : buffer[0]);
        };
    }

    /// Algorithm 1 of Kingma and Ba; with `decoupled`, algorithm 2 of Loshchilov and Hutter with the decay multiplied
    /// by the learning rate.
    private static Recurrence adam(double lr, double b1, double b2, double eps, double l2, double decoupled) {
        double[] mv = new double[2];
        return (x, gradient, t) -> {
            double g = gradient + l2 * x;
            mv[0] = b1 * mv[0] + (1 - b1) * g;
            mv[1] = b2 * mv[1] + (1 - b2) * g * g;
            double m = mv[0] / (1 - Math.pow(b1, t));
            double v = mv[1] / (1 - Math.pow(b2, t));
            return x - lr * decoupled * x - lr * m / (Math.sqrt(v) + eps);
        };
    }

    /// Algorithm 2 of Chen et al.
    private static Recurrence lion(double lr, double b1, double b2, double decay) {
        double[] m = new double[1];
        return (x, g, t) -> {
            double update = Math.signum(b1 * m[0] + (1 - b1) * g);
            m[0] = b2 * m[0] + (1 - b2) * g;
            return x - lr * (update + decay * x);
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsThePublishedRecurrence(Case c) {
        double[][] expected = published(c);
        double[][] actual = engine(c.spec(), Precision.FLOAT64, false);
        for (int t = 0; t < STEPS; t++) {
            assertArrayEquals(expected[t], actual[t], 1e-13, "step " + (t + 1));
        }
    }

    /// Lion goes by signs, which rounding turns where a sum is nearly 0.
    static Stream<Case> smoothCases() {
        return cases().filter(c -> !c.spec().type().equals(Lion.TYPE));
    }

    @ParameterizedTest
    @MethodSource("smoothCases")
    void float32FollowsWithinItsRounding(Case c) {
        double[][] expected = published(c);
        double[][] actual = engine(c.spec(), Precision.FLOAT32, false);
        assertArrayEquals(expected[STEPS - 1], actual[STEPS - 1], 1e-4);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theExplanationIsWhatTheUpdateDid(Case c) {
        engine(c.spec(), Precision.FLOAT64, true);
    }

    @Test
    void theFirstStepOfAdamIsTheLearningRate() {
        double[][] steps = engine(OptimizerSpec.of("Adam").with(Adam.LEARNING_RATE, 0.1), Precision.FLOAT64, false);
        for (int i = 0; i < A.length; i++) {
            double sign = Math.signum(A[i] * (START[i] - C[i]));
            assertEquals(START[i] - 0.1 * sign, steps[0][i], 1e-6);
        }
    }

    @Test
    void updatingInPartsIsTheSame() {
        OptimizerSpec spec = OptimizerSpec.of("Adam");
        Rule rule = new Adam().rule(spec);
        Tensor g = Tensor.of(Precision.FLOAT32, new double[] {1, -2, 3, -4, 5}, 5);
        Tensor whole = Tensor.of(Precision.FLOAT32, START, 5);
        Tensor parts = whole.copy();
        rule.update(0.1, 1, whole, g, slots(rule, Precision.FLOAT32), 0, 5);
        Tensor[] slots = slots(rule, Precision.FLOAT32);
        rule.update(0.1, 1, parts, g, slots, 3, 5);
        rule.update(0.1, 1, parts, g, slots, 0, 3);
        assertArrayEquals(whole.toArray(), parts.toArray());
    }

    @Test
    void aStateContinuesWhereAnotherStopped() {
        OptimizerSpec spec = OptimizerSpec.of("AdamW");
        Parameters parameters = Quadratic.parameters(START, Precision.FLOAT64);
        OptimizerState first = new OptimizerState(spec, parameters);
        Tensor g = Tensor.of(Precision.FLOAT64, new double[] {1, -2, 3, -4, 5}, 5, 1);
        first.step(Map.of("dense1.weight", g));
        Parameters copy = parameters.copy(Precision.FLOAT64);
        OptimizerState second = first.on(copy);
        first.step(Map.of("dense1.weight", g));
        second.step(Map.of("dense1.weight", g));
        assertEquals(2, second.steps());
        assertArrayEquals(weight(parameters), weight(copy));
        assertEquals(
                List.of("m", "v"), List.copyOf(second.slots("dense1.weight").keySet()));
    }

    private static double[] weight(Parameters p) {
        return p.trainable().get(Quadratic.NAME).toArray();
    }

    private static double[][] published(Case c) {
        double[][] path = new double[STEPS][A.length];
        for (int i = 0; i < A.length; i++) {
            Recurrence r = c.published().get();
            double x = START[i];
            for (int t = 1; t <= STEPS; t++) {
                x = r.next(x, A[i] * (x - C[i]), t);
                path[t - 1][i] = x;
            }
        }
        return path;
    }

    private static Tensor[] slots(Rule rule, Precision precision) {
        return rule.slots().stream().map(s -> Tensor.zeros(precision, A.length)).toArray(Tensor[]::new);
    }

    /// @param explain whether to compare each new number with what its explanation said before the step
    private static double[][] engine(OptimizerSpec spec, Precision precision, boolean explain) {
        Rule rule = OptimizerRegistry.STANDARD.find(spec.type()).orElseThrow().rule(spec);
        Tensor w = Tensor.of(precision, START, A.length);
        Tensor g = Tensor.zeros(precision, A.length);
        Tensor[] slots = slots(rule, precision);
        double[][] path = new double[STEPS][];
        for (int t = 1; t <= STEPS; t++) {
            for (int i = 0; i < A.length; i++) {
                g.set(i, A[i] * (w.get(i) - C[i]));
            }
            double[] said = new double[A.length];
            for (int i = 0; explain && i < A.length; i++) {
                Explanation e = rule.explain(rule.learningRate(), t, w, g, slots, i);
                said[i] = e.result();
                assertEquals("θ", e.symbol(0));
            }
            rule.update(rule.learningRate(), t, w, g, slots, 0, A.length);
            path[t - 1] = w.toArray();
            if (explain) {
                assertArrayEquals(said, path[t - 1], 0.0, "step " + t);
            }
        }
        return path;
    }
}
