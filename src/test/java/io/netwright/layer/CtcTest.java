package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// CTC against its definition: every way through the steps written down, and those added up that collapse to the
/// labels.
class CtcTest {

    private static final int STEPS = 5;
    private static final int CLASSES = 3;
    private static final int MOST = 3;

    private static Executor executor(int batch, boolean forgiving) {
        Network network = new Network(
                List.of(
                        Node.of("x", "Input").with("shape", PropValue.ints(STEPS, CLASSES)),
                        Node.of("loss", "CTC").with("zeroInfinity", PropValue.of(forgiving))),
                List.of(Wire.of("x.out", "loss.in")));
        DataSignature data = new DataSignature(Shape.of(STEPS, CLASSES), Shape.of(MOST), true, CLASSES);
        Compilation compiled = new Compiler(LayerRegistry.STANDARD).compile(network, data, Compiler.Mode.TRAINING);
        Program program = compiled.program().orElseThrow();
        return new Executor(program, Parameters.initial(program, Precision.FLOAT64, 1), batch, true);
    }

    private static double loss(double[][] scores, boolean forgiving, int... labels) {
        Executor run = executor(1, forgiving);
        for (int i = 0; i < STEPS * CLASSES; i++) {
            run.input().set(i, scores[i / CLASSES][i % CLASSES]);
        }
        run.targets(t -> {
            for (int i = 0; i < MOST; i++) {
                t.set(i, i < labels.length ? labels[i] : i % 2 == 0 ? 0 : -1);
            }
        });
        run.run(Run.of(1, 0, 0));
        return run.loss();
    }

    private static double byDefinition(double[][] scores, int... labels) {
        double probability = 0;
        int ways = (int) Math.pow(CLASSES, STEPS);
        for (int way = 0; way < ways; way++) {
            int[] path = new int[STEPS];
            double p = 1;
            for (int t = 0, rest = way; t < STEPS; t++, rest /= CLASSES) {
                path[t] = rest % CLASSES;
                double sum = 0;
                for (double score : scores[t]) {
                    sum += Math.exp(score);
                }
                p *= Math.exp(scores[t][path[t]]) / sum;
            }
            if (collapsed(path).equals(java.util.Arrays.stream(labels).boxed().toList())) {
                probability += p;
            }
        }
        return -Math.log(probability);
    }

    /// Repetitions become one, then blanks go.
    private static List<Integer> collapsed(int[] path) {
        List<Integer> labels = new ArrayList<>();
        for (int t = 0; t < path.length; t++) {
            if (path[t] != 0 && (t == 0 || path[t] != path[t - 1])) {
                labels.add(path[t]);
            }
        }
        return labels;
    }

    private static double[][] scores(long seed) {
        Random random = new Random(seed);
        double[][] scores = new double[STEPS][CLASSES];
        for (double[] row : scores) {
            java.util.Arrays.setAll(row, k -> 2 * random.nextGaussian());
        }
        return scores;
    }

    @Test
    void equalsTheSumOverAllWays() {
        int[][] labels = {{}, {1}, {2}, {1, 2}, {1, 1}, {2, 2, 1}, {1, 2, 1}, {2, 2, 2}};
        for (int[] row : labels) {
            for (int seed = 0; seed < 5; seed++) {
                double[][] scores = scores(seed);
                assertEquals(byDefinition(scores, row), loss(scores, false, row), 1e-10);
            }
        }
    }

    @Test
    void doesNotUnderflow() {
        double[][] scores = new double[STEPS][CLASSES];
        for (double[] row : scores) {
            row[0] = 2000;
        }
        // one step has to give the label, the four others give the blank for sure; five ways do
        assertEquals(2000 - Math.log(5), loss(scores, false, 1), 1e-9);
    }

    @Test
    void aClassThatThereAreNoScoresForIsImpossible() {
        assertEquals(Double.POSITIVE_INFINITY, loss(scores(1), false, CLASSES));
        assertEquals(0, loss(scores(1), true, CLASSES));
    }

    @Test
    void aTargetThatIsNoRowOfLabelsIsRefused() {
        Network network = new Network(
                List.of(Node.of("x", "Input").with("shape", PropValue.ints(STEPS, CLASSES)), Node.of("loss", "CTC")),
                List.of(Wire.of("x.out", "loss.in")));
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(network, DataSignature.classes(Shape.of(STEPS, CLASSES), CLASSES), Compiler.Mode.TRAINING);
        assertTrue(compiled.diagnostics().stream()
                .anyMatch(d -> d.isError() && d.message().key().equals("layers.problem.ctcTarget")));
    }

    /// Labels may also come as columns of numbers, which is how a table has them.
    @Test
    void labelsMayBeNumbers() {
        Network network = new Network(
                List.of(Node.of("x", "Input").with("shape", PropValue.ints(STEPS, CLASSES)), Node.of("loss", "CTC")),
                List.of(Wire.of("x.out", "loss.in")));
        DataSignature data = new DataSignature(Shape.of(STEPS, CLASSES), Shape.of(MOST), false, 0);
        assertTrue(new Compiler(LayerRegistry.STANDARD)
                .compile(network, data, Compiler.Mode.TRAINING)
                .program()
                .isPresent());
    }
}
