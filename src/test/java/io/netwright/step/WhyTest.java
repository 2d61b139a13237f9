package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.Bench;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Program;
import io.netwright.step.why.Part;
import io.netwright.step.why.Part.Origin;
import io.netwright.step.why.Why;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.train.optimizer.OptimizerSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The parts of a change add up to it, on every level, through every layer and with every optimizer; and a sample's
/// part is what that sample alone would have asked for.
class WhyTest {

    private static final int DEEPEST = 30;

    static List<Bench> benches() {
        return Bench.all();
    }

    static Stream<OptimizerSpec> optimizers() {
        return UpdateFrameTest.specs();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void thePartsAddUpThroughEveryLayer(Bench bench) {
        walk(StepContractTest.record(bench), 3);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void thePartsAddUpWithEveryOptimizer(OptimizerSpec spec) {
        walk(new StepRecorder(LayerRegistry.STANDARD).record(UpdateFrameTest.warm(spec)), 6);
    }

    /// Walks down from random elements, at each level into a random part.
    private static void walk(StepRecording recording, int walks) {
        Random random = new Random(5);
        for (Program.Parameter p : recording.program().parameters()) {
            ParameterFrame update =
                    recording.update(p.name()).map(ParameterFrame.class::cast).orElse(null);
            for (int k = 0; update != null && k < walks; k++) {
                int[] at = randomIndex(update.before().dims(), random);
                Why why = new Why(recording, update, at);
                descend(why, why.change(), random, 0);
            }
        }
    }

    private static int[] randomIndex(int[] dims, Random random) {
        int[] at = new int[dims.length];
        for (int a = 0; a < at.length; a++) {
            at[a] = random.nextInt(dims[a]);
        }
        return at;
    }

    private static void descend(Why why, Part whole, Random random, int depth) {
        assertTrue(depth < DEEPEST, "a way of more than " + DEEPEST + " levels");
        List<Part> parts = why.parts(whole);
        if (parts.isEmpty()) {
            return;
        }
        double sum = parts.stream().mapToDouble(Part::amount).sum();
        double size = parts.stream().mapToDouble(p -> Math.abs(p.amount())).sum();
        // the change itself is a difference of two weights, rounded as they are
        double rounding =
                whole.origin() instanceof Origin.Change(String p, List<Integer> i, double before, double after)
                        ? Math.ulp(Math.abs(before) + Math.abs(after))
                        : 0;
        // and what cancels out inside a part leaves its rounding behind
        assertEquals(whole.amount(), sum, 1e-12 * size + 4 * rounding + 1e-17, whole.toString());
        descend(why, parts.get(random.nextInt(parts.size())), random, depth + 1);
    }

    /// A sample's share of dense1.weight equals the gradient of a batch that is only this sample, over the batch size.
    @Test
    void aSamplesPartIsWhatItAloneWouldAskFor() {
        int batch = 5;
        Random random = new Random(7);
        Tensor features = random(random, batch, 3);
        Tensor targets = random(random, batch, 3);
        StepRecording whole = worked(features, targets);
        ParameterFrame update = (ParameterFrame) whole.update("dense1.weight").orElseThrow();
        Why why = new Why(whole, update, 1, 2);
        Part gradient = why.parts(why.change()).getFirst();
        List<Part> samples = why.parts(gradient);
        assertEquals(batch, samples.size());
        for (Part part : samples) {
            int number = ((Origin.Sample) part.origin()).number();
            StepRecording alone = worked(row(features, number), row(targets, number));
            ParameterFrame own = (ParameterFrame) alone.update("dense1.weight").orElseThrow();
            double change = own.output().at(1, 2) - own.before().at(1, 2);
            assertEquals(change / batch, part.amount(), 1e-12, "sample " + number);
        }
    }

    /// The one way of the worked example: dW1[0, 0] = x[0] δ1[0], and δ1[0] is three products.
    @Test
    void theWorkedExamplesWays() {
        Tensor x = Tensor.of(Precision.FLOAT64, new double[] {1, 2, 3}, 1, 3);
        Tensor y = Tensor.of(Precision.FLOAT64, new double[] {0, 1, 0}, 1, 3);
        StepRecording recording = worked(x, y);
        ParameterFrame update =
                (ParameterFrame) recording.update("dense1.weight").orElseThrow();
        Why why = new Why(recording, update, 0, 0);
        assertEquals(-0.0101115, why.change().amount(), 1e-12);
        List<Part> parts = why.parts(why.change());
        assertEquals(1, parts.size());
        Part sample = why.parts(parts.getFirst()).getFirst();
        List<Part> ways = why.parts(sample);
        // W2's first row [0.1, 0.3, 0.5] times δ2 = 1.1235 each, times -0.01
        assertEquals(3, ways.size());
        assertEquals(-0.01 * 0.5 * 1.1235, ways.get(0).amount(), 1e-12);
        assertEquals(-0.01 * 0.3 * 1.1235, ways.get(1).amount(), 1e-12);
        assertEquals(-0.01 * 0.1 * 1.1235, ways.get(2).amount(), 1e-12);
    }

    private static Tensor random(Random random, int rows, int cols) {
        return Tensor.of(
                Precision.FLOAT64, random.doubles((long) rows * cols, 0.1, 1).toArray(), rows, cols);
    }

    private static Tensor row(Tensor all, int row) {
        double[] one = new double[all.cols()];
        for (int c = 0; c < one.length; c++) {
            one[c] = all.get(row * all.cols() + c);
        }
        return Tensor.of(Precision.FLOAT64, one, 1, one.length);
    }

    private static StepRecording worked(Tensor features, Tensor targets) {
        StepRecorder.Request r = WorkedStep.request();
        return new StepRecorder(LayerRegistry.STANDARD)
                .record(new StepRecorder.Request(
                        r.network(),
                        r.program(),
                        r.parameters(),
                        r.optimizer(),
                        features,
                        targets,
                        r.run(),
                        r.precision()));
    }
}
