package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What the Evaluate view says, against a count made here from weights and samples alone.
class EvaluateViewTest extends DiskDeskTest {

    private static final int CLASSES = 3;

    /// @param loss   the mean of -log p of the right class
    /// @param counts a row a class, a column what it was taken for
    private record Count(int samples, double loss, long[][] counts) {
        long right() {
            return counts[0][0] + counts[1][1] + counts[2][2];
        }

        long actual(int c) {
            return counts[c][0] + counts[c][1] + counts[c][2];
        }

        long predicted(int c) {
            return counts[0][c] + counts[1][c] + counts[2][c];
        }
    }

    @Start
    void start(Stage window) {
        // few epochs, so that there are mistakes to count
        open(window, iris(2));
    }

    @BeforeEach
    void waitUntilOpen() {
        untilOpen();
    }

    @Test
    void numbersAndMatrixAreWhatAnIndependentCountGives(FxRobot robot) throws Exception {
        train();
        press(robot, "rail-evaluate");
        shows(robot, count(Part.TEST));
        press(robot, "part-train");
        Count all = count(Part.TRAIN);
        assertTrue(all.right() < all.samples(), "there are mistakes");
        shows(robot, all);
    }

    @Test
    void afterMoreTrainingItJudgesTheNewWeights(FxRobot robot) throws Exception {
        train();
        press(robot, "rail-evaluate");
        shows(robot, count(Part.TEST));
        press(robot, "rail-train");
        train();
        press(robot, "rail-evaluate");
        press(robot, "panels-evaluate-evaluate");
        shows(robot, count(Part.TEST));
    }

    @Test
    void anUntrainedNetworkIsNotJudged(FxRobot robot) {
        press(robot, "rail-evaluate");
        assertEquals("Train the network first; then it can be judged here.", text(robot, "evaluate-empty"));
        assertFalse(isShown(robot, "#confusion"));
    }

    private void shows(FxRobot robot, Count wanted) {
        until(
                "the judgement is there",
                () -> desk.isSettled()
                        && robot.lookup("#evaluate-samples").tryQuery().isPresent()
                        && text(robot, "evaluate-samples").equals(wanted.samples() + ""));
        assertEquals(wanted.loss(), Double.parseDouble(text(robot, "evaluate-loss")), 1e-4);
        assertEquals(
                String.format("%.2f %%", 100.0 * wanted.right() / wanted.samples()), text(robot, "evaluate-accuracy"));
        for (int c = 0; c < CLASSES; c++) {
            for (int p = 0; p < CLASSES; p++) {
                assertEquals(wanted.counts()[c][p] + "", text(robot, "confusion-" + c + "-" + p));
            }
            share(robot, "precision-" + c, wanted.counts()[c][c], wanted.predicted(c));
            share(robot, "recall-" + c, wanted.counts()[c][c], wanted.actual(c));
        }
    }

    private void share(FxRobot robot, String id, long part, long whole) {
        assertEquals(whole == 0 ? "–" : String.format("%.3f", (double) part / whole), text(robot, id), id);
    }

    private Count count(Part part) throws Exception {
        LoadedData data = fx(() ->
                        Objects.requireNonNull(desk.session().dataProperty().get()))
                .data();
        Parameters weights = fx(() -> desk.training().weights()).get(20, TimeUnit.SECONDS);
        Tensor w = weights.find("dense1.weight").orElseThrow();
        Tensor b = weights.find("dense1.bias").orElseThrow();
        int[] samples = data.split().of(part);
        long[][] counts = new long[CLASSES][CLASSES];
        double loss = 0;
        double[] wanted = new double[1];
        for (int s : samples) {
            double[] z = new double[CLASSES];
            double sum = 0;
            int best = 0;
            for (int c = 0; c < CLASSES; c++) {
                z[c] = b.get(c);
                for (int f = 0; f < 4; f++) {
                    z[c] += data.prepared().feature(s, f) * w.get(f * CLASSES + c);
                }
                sum += Math.exp(z[c]);
                best = z[c] > z[best] ? c : best;
            }
            data.prepared().target(s, wanted, 0);
            int actual = (int) wanted[0];
            counts[actual][best]++;
            loss += Math.log(sum) - z[actual];
        }
        return new Count(samples.length, loss / samples.length, counts);
    }
}
