package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.step.BatchNormPaths.Path;
import io.netwright.step.BatchNormPaths.Way;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.train.Nets;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Sgd;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The ways of the gradient through batch-norm, against the closed form of Ioffe and Szegedy (2015): with the
/// normalised numbers x̂, their gradients d and the inverse standard deviation s, they are `s d`, `-s x̂ mean(x̂ d)`
/// and `-s mean(d)`.
class BatchNormPathsTest {

    private static final int SAMPLES = 4;
    private static final int CHANNELS = 3;

    private static final Network NETWORK = Nets.chain(
            Nets.input(),
            Nets.dense("dense1", CHANNELS),
            Node.of("bn1", "BatchNorm"),
            Node.of("tanh1", "Tanh"),
            Node.of("loss", "MSE"));

    private final StepRecording recording = record();
    private final BatchNormPaths found = BatchNormPaths.of(recording, "bn1").orElseThrow();

    private static StepRecording record() {
        Program program = new Compiler(LayerRegistry.STANDARD)
                .compile(NETWORK, DataSignature.values(Shape.of(2), CHANNELS), Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 3);
        double[] x = {1, 2, -0.5, 0.3, 2.5, -1, 0.1, 0.7};
        double[] y = IntStream.range(0, SAMPLES * CHANNELS)
                .mapToDouble(i -> Math.cos(i))
                .toArray();
        return new StepRecorder(LayerRegistry.STANDARD)
                .record(new StepRecorder.Request(
                        NETWORK,
                        program,
                        parameters,
                        new OptimizerState(OptimizerSpec.of(Sgd.TYPE), parameters),
                        Tensor.of(Precision.FLOAT64, x, SAMPLES, 2),
                        Tensor.of(Precision.FLOAT64, y, SAMPLES, CHANNELS),
                        Run.PLAIN,
                        Precision.FLOAT64));
    }

    private Value value(String label) {
        return recording.program().instructions().stream()
                .filter(i -> i.node().equals("bn1"))
                .map(i -> i.output())
                .filter(v -> v.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private double[] gradient(Value value) {
        return recording
                .numbers(recording.program().gradient(value).orElseThrow())
                .toArray();
    }

    private double[] came(Way way) {
        Path path =
                found.paths().stream().filter(p -> p.way() == way).findFirst().orElseThrow();
        return recording.frame(path.last()).output().toArray();
    }

    @Test
    void eachWayBringsItsTermOfTheClosedForm() {
        double[] normal = recording.numbers(value("X̂")).toArray();
        double[] d = gradient(value("X̂"));
        double[] scale = recording.numbers(value("S")).toArray();
        double[] direct = came(Way.DIRECT);
        double[] variance = came(Way.VARIANCE);
        double[] mean = came(Way.MEAN);
        for (int i = 0; i < SAMPLES * CHANNELS; i++) {
            int c = i % CHANNELS;
            double meanOfProduct = 0;
            double meanOfGradient = 0;
            for (int n = 0; n < SAMPLES; n++) {
                int at = n * CHANNELS + c;
                meanOfProduct += normal[at] * d[at] / SAMPLES;
                meanOfGradient += d[at] / SAMPLES;
            }
            assertEquals(scale[c] * d[i], direct[i], 1e-12);
            assertEquals(-scale[c] * normal[i] * meanOfProduct, variance[i], 1e-9);
            assertEquals(-scale[c] * meanOfGradient, mean[i], 1e-9);
        }
    }

    @Test
    void togetherTheyAreTheGradientOfWhatCameIn() {
        Value in = recording.program().ports().get("dense1.out");
        double[] whole = gradient(in);
        for (int i = 0; i < whole.length; i++) {
            assertEquals(came(Way.DIRECT)[i] + came(Way.VARIANCE)[i] + came(Way.MEAN)[i], whole[i], 1e-12);
        }
    }

    @Test
    void allFramesAreBackwardFramesOfTheLayerAndNoneIsOnTwoWays() {
        List<Integer> all =
                found.paths().stream().flatMap(p -> p.frames().stream()).toList();
        assertEquals(all.stream().distinct().toList(), all);
        for (int index : all) {
            assertEquals("bn1", recording.frame(index).node());
            assertEquals(Stage.BACKWARD, recording.frame(index).stage());
        }
        assertTrue(found.paths().get(1).frames().size() > 3, "by the variance's own derivative");
    }

    @Test
    void theFormulaIsTheClosedForm() {
        assertEquals(
                "S \\odot (d\\hat{X} - \\hat{X} \\odot \\operatorname{mean}(\\hat{X} \\odot d\\hat{X})"
                        + " - \\operatorname{mean}(d\\hat{X}))",
                found.formula());
    }

    @Test
    void otherLayersHaveNone() {
        assertTrue(BatchNormPaths.of(recording, "dense1").isEmpty());
        assertTrue(BatchNormPaths.of(recording, "loss").isEmpty());
    }
}
