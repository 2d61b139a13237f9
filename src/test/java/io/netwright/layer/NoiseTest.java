package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the layers of chance do in training, by their statistics.
class NoiseTest {

    private static final int CHANNELS = 40;
    private static final int PIXELS = 100;
    private static final int BATCH = 10;

    private static double[] output(String type, Map<String, PropValue> props, double[] input, int... sample) {
        Node node = Node.of("it", type);
        for (var p : props.entrySet()) {
            node = node.with(p.getKey(), p.getValue());
        }
        Network network = new Network(
                List.of(Node.of("x", "Input").with("shape", PropValue.ints(sample)), node),
                List.of(Wire.of("x.out", "it.in")));
        Program program = new Compiler(LayerRegistry.STANDARD)
                .compile(network, null, Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
        Executor executor = new Executor(program, Parameters.initial(program, Precision.FLOAT64, 1), BATCH, true);
        executor.input().copyFrom(Tensor.of(Precision.FLOAT64, input, input.length));
        executor.run(new Run(7, 3, 0, 0));
        return executor.tensor(program.ports().get("it.out")).toArray();
    }

    private static double[] normal(int n) {
        Random random = new Random(1);
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double variance(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    /// The standard error of the mean of 40,000 numbers is 0.005.
    @Test
    void gaussianNoiseHasItsDeviation() {
        int n = BATCH * CHANNELS * PIXELS;
        double[] y = output("GaussianNoise", Bench.props("deviation", 0.5), new double[n], CHANNELS * PIXELS);
        assertEquals(0, mean(y), 0.01);
        assertEquals(0.25, variance(y), 0.01);
        double beyond = Arrays.stream(y).filter(v -> Math.abs(v) > 1).count() / (double) n;
        assertEquals(0.0455, beyond, 0.005, "as many beyond two deviations as of a normal variable");
    }

    /// Klambauer et al.: mean 0 and variance 1 stay what they are.
    @Test
    void alphaDropoutKeepsMeanAndVariance() {
        double[] x = normal(BATCH * CHANNELS * PIXELS);
        double[] y = output("AlphaDropout", Bench.props("rate", 0.3), x, CHANNELS * PIXELS);
        assertEquals(0, mean(y), 0.02);
        assertEquals(1, variance(y), 0.02);
    }

    @Test
    void spatialDropoutDropsWholeChannels() {
        double[] ones = new double[BATCH * CHANNELS * PIXELS];
        Arrays.fill(ones, 1);
        double[] y = output("SpatialDropout", Bench.props("rate", 0.25), ones, CHANNELS, 10, 10);
        int dropped = 0;
        for (int channel = 0; channel < BATCH * CHANNELS; channel++) {
            double[] pixels = Arrays.copyOfRange(y, channel * PIXELS, (channel + 1) * PIXELS);
            assertEquals(0, variance(pixels), 1e-30);
            assertTrue(pixels[0] == 0 || Math.abs(pixels[0] - 1 / 0.75) < 1e-12, "kept and scaled, or dropped");
            dropped += pixels[0] == 0 ? 1 : 0;
        }
        assertEquals(0.25, dropped / (double) (BATCH * CHANNELS), 0.07);
    }
}
