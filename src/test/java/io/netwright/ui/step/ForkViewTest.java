package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A person asks what would become of a run. The truth is a session whose learning rate is changed at that step.
class ForkViewTest extends StepWindowTest {

    private static final TrainingSpec SPEC =
            Nets.sgd(0.1).withBatchSize(40).withEpochs(8).withSeed(11);

    @BeforeEach
    void open() {
        open(Nets.classifier("Tanh", 4, 3), Nets.builtin("iris"), SPEC, 1240, 960);
        fx(() -> {
            f.view.goToStep(5);
            return null;
        });
        robot.clickOn("#step-tool-fork");
    }

    private void type(String field, String text) {
        fx(() -> {
            ((TextField) f.scene.lookup("#" + field)).setText(text);
            return null;
        });
    }

    private void choose(String box, int which) {
        fx(() -> {
            ((ComboBox<?>) f.scene.lookup("#" + box)).getSelectionModel().select(which);
            return null;
        });
    }

    private void run() {
        robot.clickOn("#step-fork-run");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Curve> curves(String chart) {
        return ((CurveChart) f.scene.lookup("#" + chart)).curves();
    }

    @Test
    void anotherLearningRateHasTheFutureThatTrainingWithItHas() {
        type("step-fork-value", "0.7");
        type("step-fork-steps", "9");
        type("step-fork-element", "2, 1");
        run();
        TrainingPlan plan = Nets.plan(Nets.classifier("Tanh", 4, 3), Nets.builtin("iris"), SPEC);
        List<Curve> losses = curves("step-fork-losses");
        assertEquals(14, losses.getLast().size(), "five steps before, nine after");
        try (TrainingSession session = new TrainingSession(plan, 11)) {
            for (int step = 0; step < 14; step++) {
                if (step == 5) {
                    session.learningRate(0.7);
                }
                session.next();
                assertEquals(session.loss(), losses.getLast().y()[step], "step " + step);
                if (session.isEpochDone()) {
                    session.endEpoch();
                }
            }
        }
        Curve drift = curves("step-fork-weights").getFirst();
        assertEquals(0, drift.y()[0]);
        assertNotEquals(0, drift.y()[1]);
        assertTrue(text("step-fork-says").startsWith("They part at step 6."), text("step-fork-says"));
    }

    @Test
    void aWeightAndALabelCanBeChanged() {
        choose("step-fork-kind", 2);
        type("step-fork-value", "3");
        run();
        assertNotEquals(0, curves("step-fork-weights").getFirst().y()[0], "the weight itself is another");
        choose("step-fork-kind", 1);
        type("step-fork-value", "2");
        run();
        assertEquals(0, curves("step-fork-weights").getFirst().y()[0]);
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        type("step-fork-value", "-1");
        run();
        assertTrue(text("step-fork-problem").startsWith("That number makes no sense"), text("step-fork-problem"));
        type("step-fork-value", "0.1");
        type("step-fork-element", "0, 77");
        run();
        assertTrue(text("step-fork-problem").contains("has no such element"), text("step-fork-problem"));
        choose("step-fork-kind", 1);
        type("step-fork-element", "0, 0");
        type("step-fork-value", "3");
        run();
        assertTrue(text("step-fork-problem").startsWith("That number makes no sense"), "iris has classes 0 to 2");
        assertFalse(f.scene.lookup("#step-fork-losses").getParent().isVisible());
    }
}
