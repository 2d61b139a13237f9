package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.step.Frame;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A person goes along a whole run, of which nothing has been trained yet, and through the elements and terms of a
/// frame. What is shown is compared with a session that trains straight on.
class RunViewTest extends StepWindowTest {

    private static final TrainingSpec SPEC =
            Nets.sgd(0.1).withBatchSize(40).withEpochs(5).withSeed(11);

    @BeforeEach
    void open() {
        open(Nets.classifier("ReLU", 4, 3), Nets.builtin("iris"), SPEC, 1100, 900);
    }

    private void stepBy(String what) throws TimeoutException {
        robot.clickOn("#step-action-by");
        // the first menu of a toolkit takes its time on a busy machine
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#step-by-" + what)
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        robot.clickOn("#step-by-" + what);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode key, int times) {
        robot.type(key, times);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double loss() {
        return f.view.recording().stateAt(f.view.recording().size() - 1).loss().orElseThrow();
    }

    /// @return the losses of the run, one a step
    private static double[] truth() {
        TrainingPlan plan = Nets.plan(Nets.classifier("ReLU", 4, 3), Nets.builtin("iris"), SPEC);
        double[] losses = new double[plan.batchesPerEpoch() * 5];
        try (TrainingSession session = new TrainingSession(plan, 11)) {
            for (int i = 0; i < losses.length; i++) {
                session.next();
                losses[i] = session.loss();
                if (session.isEpochDone()) {
                    session.endEpoch();
                }
            }
        }
        return losses;
    }

    @Test
    void byBatchAndByEpochGoAlongTheRunAndBack() throws TimeoutException {
        double[] truth = truth();
        int each = truth.length / 5;
        assertEquals("Step 1 of %d · epoch 1, batch 1".formatted(truth.length), text("step-run-place"));
        assertEquals("The run of these settings from seed 11", text("step-run-what"));
        String first = text("step-hash");
        stepBy("batch");
        press(KeyCode.RIGHT, 2);
        assertEquals("Step 3 of %d · epoch 1, batch 3".formatted(truth.length), text("step-run-place"));
        assertEquals("weights after 2 steps of the run", text("step-weights"));
        assertEquals(truth[2], loss(), 1e-12);
        assertNotEquals(first, text("step-hash"));
        press(KeyCode.LEFT, 2);
        assertEquals(first, text("step-hash"), "back at the beginning everything is as it was");
        stepBy("epoch");
        press(KeyCode.RIGHT, 2);
        assertEquals("Step %d of %d · epoch 3, batch 1".formatted(2 * each + 1, truth.length), text("step-run-place"));
        assertEquals(truth[2 * each], loss(), 1e-12);
    }

    @Test
    void theFrameStaysTheSameFromBatchToBatch() throws TimeoutException {
        robot.type(KeyCode.RIGHT, 5);
        String place = text("step-place");
        stepBy("batch");
        press(KeyCode.RIGHT, 1);
        assertEquals(place, text("step-place"));
    }

    @Test
    void aClickOnTheSliderGoesToThatStepAndRunThroughTrainsToTheEnd() {
        double[] truth = truth();
        Node slider = f.scene.lookup("#step-run-slider");
        Point2D late = fx(() -> slider.localToScreen(slider.getBoundsInLocal().getWidth() * 0.71, 34));
        robot.clickOn(late);
        WaitForAsyncUtils.waitForFxEvents();
        int step = (int) (truth.length * 0.71);
        assertTrue(text("step-run-place").startsWith("Step " + (step + 1) + " of"), text("step-run-place"));
        assertEquals(truth[step], loss(), 1e-12);
        robot.clickOn("#step-run-through");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(text("step-run-place").startsWith("Step " + (step + 1) + " of"), "the step shown stays");
        Button through = (Button) f.scene.lookup("#step-run-through");
        assertTrue(!through.isVisible(), "all losses are known");
    }

    @Test
    void bySampleGoesOnIntoTheNextBatch() throws TimeoutException {
        stepBy("sample");
        press(KeyCode.RIGHT, 39);
        assertTrue(text("step-run-place").startsWith("Step 1 of"), text("step-run-place"));
        press(KeyCode.RIGHT, 1);
        assertTrue(text("step-run-place").startsWith("Step 2 of"), text("step-run-place"));
        press(KeyCode.LEFT, 1);
        assertTrue(text("step-run-place").startsWith("Step 1 of"), text("step-run-place"));
        assertEquals("39", ((javafx.scene.control.TextField) f.scene.lookup("#step-sample-field")).getText());
    }

    @Test
    void byElementAndByTermGoThroughAFrame() throws TimeoutException {
        Frame frame = f.view.recording().frame(0);
        assertEquals(4, frame.output().dims()[1]);
        stepBy("element");
        press(KeyCode.RIGHT, 5);
        assertEquals("element [1, 1]", chip());
        press(KeyCode.LEFT, 2);
        assertEquals("element [0, 3]", chip());
        stepBy("term");
        press(KeyCode.RIGHT, 3);
        double third = frame.operands().get(0).numbers().at(0, 2)
                * frame.operands().get(1).numbers().at(2, 3);
        assertTrue(text("step-term").startsWith("Term 3 of 4: "), text("step-term"));
        assertTrue(
                text("step-term").contains("= " + io.netwright.step.NumberText.of(third) + "."),
                () -> text("step-term") + " without " + third);
        // the fourth is the last; after it comes the first of the next element
        press(KeyCode.RIGHT, 2);
        assertEquals("element [1, 0]", chip());
        assertTrue(text("step-term").startsWith("Term 1 of 4: "), text("step-term"));
        press(KeyCode.LEFT, 1);
        assertEquals("element [0, 3]", chip());
        assertTrue(text("step-term").startsWith("Term 4 of 4: "), text("step-term"));
    }

    private String chip() {
        return ((Label) f.scene.lookup("#step-explanation .nw-step-element")).getText();
    }
}
