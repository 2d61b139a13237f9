package io.netwright.layer;

import static io.netwright.layer.Bench.props;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The value of each loss, against its definition written out sum by sum, without anything of the engine.
class LossFormulasTest {

    private static final int N = 5;
    private static final int K = 3;

    private final Random random = new Random(3);
    private final double[][] x = matrix(() -> random.nextGaussian());
    private final double[][] positive = matrix(() -> 0.2 + random.nextDouble());
    private final double[][] y = matrix(random::nextDouble);
    private final int[] classes = {2, 0, 1, 1, 2};

    private static double[][] matrix(DoubleSupplier number) {
        double[][] m = new double[N][K];
        for (double[] row : m) {
            Arrays.setAll(row, i -> number.getAsDouble());
        }
        return m;
    }

    /// Of one element: prediction and target.
    private interface Element {
        double cost(double a, double y);
    }

    private static double mean(double[][] a, double[][] y, Element element) {
        double sum = 0;
        for (int n = 0; n < N; n++) {
            for (int k = 0; k < K; k++) {
                sum += element.cost(a[n][k], y[n][k]);
            }
        }
        return sum / (N * K);
    }

    @Test
    void ofNumbers() {
        assertLoss(mean(x, y, (a, t) -> Math.abs(a - t)), "L1", x, Map.of());
        assertLoss(K * mean(x, y, (a, t) -> Math.abs(a - t)), "L1", x, props("reduction", "sum"));
        assertLoss(mean(x, y, (a, t) -> Math.log(Math.cosh(a - t))), "LogCosh", x, Map.of());
        assertLoss(mean(x, y, (a, t) -> huber(a - t, 0.4)), "Huber", x, props("delta", 0.4));
        assertLoss(mean(x, y, (a, t) -> huber(a - t, 0.4) / 0.4), "SmoothL1", x, props("beta", 0.4));
        assertLoss(mean(x, y, (a, t) -> Math.exp(a) - t * a), "PoissonNLL", x, Map.of());
        assertLoss(
                mean(positive, y, (a, t) -> a - t * Math.log(a + 1e-8)),
                "PoissonNLL",
                positive,
                props("logInput", false));
        assertLoss(K * mean(x, y, (a, t) -> t * (Math.log(t) - a)), "KLDiv", x, Map.of());
    }

    private static double huber(double e, double delta) {
        return Math.abs(e) <= delta ? e * e / 2 : delta * (Math.abs(e) - delta / 2);
    }

    @Test
    void ofAnswers() {
        double[][] p = matrix(() -> 0.05 + 0.9 * random.nextDouble());
        assertLoss(mean(p, y, (a, t) -> -t * Math.log(a) - (1 - t) * Math.log(1 - a)), "BCE", p, Map.of());
        Element weighted = (z, t) -> -3 * t * Math.log(sigmoid(z)) - (1 - t) * Math.log(1 - sigmoid(z));
        assertLoss(mean(x, y, weighted), "BCEWithLogits", x, props("positiveWeight", PropValue.reals(3)));
        Element focal = (z, t) -> {
            double entropy = -t * Math.log(sigmoid(z)) - (1 - t) * Math.log(1 - sigmoid(z));
            double right = sigmoid(z) * t + (1 - sigmoid(z)) * (1 - t);
            return (0.25 * t + 0.75 * (1 - t)) * Math.pow(1 - right, 2) * entropy;
        };
        assertLoss(mean(x, y, focal), "Focal", x, Map.of());
        assertLoss(mean(x, y, (a, t) -> Math.max(0, 0.7 - t * a)), "Hinge", x, props("margin", 0.7));
        double dice = 0;
        for (int n = 0; n < N; n++) {
            double overlap = 0;
            double total = 0;
            for (int k = 0; k < K; k++) {
                overlap += sigmoid(x[n][k]) * y[n][k];
                total += sigmoid(x[n][k]) + y[n][k];
            }
            dice += 1 - (2 * overlap + 1) / (total + 1);
        }
        assertLoss(dice / N, "Dice", x, Map.of());
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /// As the documentation of `torch.nn.CrossEntropyLoss` defines them.
    @Test
    void ofClasses() {
        double[] w = {0.5, 2, 1};
        double plain = 0;
        double weighted = 0;
        double mass = 0;
        double smooth = 0;
        double smoothWeighted = 0;
        double focal = 0;
        double margins = 0;
        double nll = 0;
        for (int n = 0; n < N; n++) {
            int c = classes[n];
            double right = -logSoftmax(x[n])[c];
            plain += right;
            weighted += w[c] * right;
            mass += w[c];
            focal += Math.pow(1 - Math.exp(-right), 2) * right;
            nll -= x[n][c];
            smooth += 0.9 * right;
            smoothWeighted += 0.9 * w[c] * right;
            for (int k = 0; k < K; k++) {
                smooth -= 0.1 / K * logSoftmax(x[n])[k];
                smoothWeighted -= 0.1 / K * w[k] * logSoftmax(x[n])[k];
                margins += k == c ? 0 : Math.max(0, 1 - x[n][c] + x[n][k]) / K;
            }
        }
        PropValue weights = PropValue.reals(w);
        assertClasses(plain / N, "CrossEntropy", Map.of());
        assertClasses(weighted / mass, "CrossEntropy", props("classWeights", weights));
        assertClasses(smooth / N, "CrossEntropy", props("labelSmoothing", 0.1));
        assertClasses(smoothWeighted / mass, "CrossEntropy", props("labelSmoothing", 0.1, "classWeights", weights));
        assertClasses(nll / N, "NLL", Map.of());
        assertClasses(focal / N, "Focal", Map.of());
        assertClasses(margins / N, "Hinge", Map.of());
    }

    private static double[] logSoftmax(double[] z) {
        double log = Math.log(Arrays.stream(z).map(Math::exp).sum());
        return Arrays.stream(z).map(v -> v - log).toArray();
    }

    @Test
    void ofTwoInputs() {
        double gauss = 0;
        double cosines = 0;
        for (int n = 0; n < N; n++) {
            double dot = 0;
            double left = 0;
            double right = 0;
            for (int k = 0; k < K; k++) {
                double v = positive[n][k];
                gauss += (Math.log(v) + (x[n][k] - y[n][k]) * (x[n][k] - y[n][k]) / v) / 2;
                dot += x[n][k] * v;
                left += x[n][k] * x[n][k];
                right += v * v;
            }
            double cosine = dot / Math.sqrt(left * right);
            boolean together = n % 2 == 0;
            cosines += together ? 1 - cosine : Math.max(0, cosine - 0.1);
        }
        assertEquals(gauss / (N * K), pair("GaussianNLL", "variance", Map.of(), y), 1e-12);
        double[][] signs = {{1}, {-1}, {1}, {-1}, {1}};
        assertEquals(cosines / N, pair("CosineEmbedding", "other", props("cosineMargin", 0.1), signs), 1e-9);
    }

    private void assertLoss(double expected, String type, double[][] prediction, Map<String, PropValue> props) {
        assertEquals(expected, loss(type, props, null, prediction, y, K), 1e-12 * Math.max(1, expected), type);
    }

    private void assertClasses(double expected, String type, Map<String, PropValue> props) {
        double[][] targets =
                Arrays.stream(classes).mapToObj(c -> new double[] {c}).toArray(double[][]::new);
        assertEquals(
                expected, loss(type, props, DataSignature.classes(Shape.of(K), K), x, targets, K), 1e-12, type + props);
    }

    /// The second half of the features goes into the second port.
    private double pair(String type, String port, Map<String, PropValue> props, double[][] targets) {
        double[][] both = new double[N][2 * K];
        for (int n = 0; n < N; n++) {
            System.arraycopy(x[n], 0, both[n], 0, K);
            System.arraycopy(positive[n], 0, both[n], K, K);
        }
        Node loss = node(type, props);
        Network network = new Network(
                List.of(input(2 * K), Node.of("split", "Split"), loss),
                List.of(Wire.of("x.out", "split.in"), Wire.of("split.a", "it.in"), Wire.of("split.b", "it." + port)));
        return run(network, null, both, targets);
    }

    private static double loss(
            String type,
            Map<String, PropValue> props,
            @Nullable DataSignature data,
            double[][] prediction,
            double[][] targets,
            int features) {
        Network network = new Network(List.of(input(features), node(type, props)), List.of(Wire.of("x.out", "it.in")));
        return run(network, data, prediction, targets);
    }

    private static Node input(int features) {
        return Node.of("x", "Input").with("shape", PropValue.ints(features));
    }

    private static Node node(String type, Map<String, PropValue> props) {
        Node node = Node.of("it", type);
        for (var p : props.entrySet()) {
            node = node.with(p.getKey(), p.getValue());
        }
        return node;
    }

    private static double run(Network network, @Nullable DataSignature data, double[][] features, double[][] targets) {
        Program program = new Compiler(LayerRegistry.STANDARD)
                .compile(network, data, Compiler.Mode.EVALUATION)
                .program()
                .orElseThrow();
        Executor executor = new Executor(program, Parameters.initial(program, Precision.FLOAT64, 1), N, true);
        write(features, executor.input());
        executor.targets(t -> write(targets, t));
        executor.run(Run.PLAIN);
        return executor.loss();
    }

    private static void write(double[][] rows, Tensor t) {
        double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        t.copyFrom(Tensor.of(Precision.FLOAT64, all, all.length));
    }
}
