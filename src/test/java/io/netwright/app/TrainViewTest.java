package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.PropValue;
import io.netwright.tensor.Tensor;
import io.netwright.train.Snapshot;
import io.netwright.train.Snapshot.State;
import io.netwright.ui.chart.HistogramView;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A run that is started, held, stepped, stopped and begun again by the buttons of the Train view.
class TrainViewTest extends DiskDeskTest {

    private static final int EPOCHS = 1_000_000;
    /// 105 irises to train on, in batches of 16.
    private static final int BATCHES = 7;

    @Start
    void start(Stage window) {
        open(window, iris(EPOCHS));
    }

    @BeforeEach
    void goThere(FxRobot robot) {
        untilOpen();
        press(robot, "rail-train");
    }

    @Test
    void aRunHoldsWhereItIsPausedAndGoesOnFromThere(FxRobot robot) {
        assertEquals("Start", text(robot, "panels-train-toggle"));
        assertEquals("–", text(robot, "figure-loss"));
        assertTrue(isDisabled(robot, "panels-train-stop"));

        double fresh = weight();
        press(robot, "panels-train-batch");
        until(
                "a batch is done",
                () -> desk.training().snapshotProperty().get() != null
                        && snapshot().step() == 1);
        assertEquals(State.PAUSED, untilHeld().state());
        assertNotEquals(fresh, weight());

        press(robot, "panels-train-toggle");
        until("it runs", () -> snapshot().step() > 20);
        assertEquals("Pause", text(robot, "panels-train-toggle"));
        assertTrue(isDisabled(robot, "panels-train-batch"), "one batch is for a run that holds");

        press(robot, "panels-train-toggle");
        Snapshot held = untilHeld();
        assertEquals(State.PAUSED, held.state());
        weight();
        assertEquals(held.step(), snapshot().step(), "nothing is trained any more");
        assertEquals(
                (double) held.step() / ((long) EPOCHS * BATCHES),
                fx(() -> robot.lookup("#training-progress")
                        .queryAs(ProgressBar.class)
                        .getProgress()),
                1e-12);
        assertEquals(held.epoch() + " / 1,000,000", text(robot, "figure-epoch"));

        press(robot, "panels-train-oneEpoch");
        until("the epoch is done", () -> snapshot().epoch() == held.epoch() + 1);
        Snapshot epoch = untilHeld();
        assertEquals(0, epoch.batch(), "it holds at the end of an epoch");
        assertEquals(0, epoch.step() % BATCHES);
    }

    @Test
    void stopEndsTheRunAndResetBeginsAnother(FxRobot robot) throws Exception {
        press(robot, "panels-train-toggle");
        until("it runs", () -> desk.training().isRunning() && snapshot().epoch() > 3);
        press(robot, "panels-train-stop");
        assertEquals(State.STOPPED, untilHeld().state());
        double trained = weight();

        press(robot, "panels-train-reset");
        until("it is fresh", () -> snapshot().state() == State.READY);
        assertEquals(0, snapshot().step());
        assertEquals("0 / 1,000,000", text(robot, "figure-epoch"));
        assertTrue(isDisabled(robot, "panels-train-reset"));
        assertNotEquals(trained, weight());
        double fresh = fx(() -> Objects.requireNonNull(desk.training().plan()))
                .initial(1)
                .find("dense1.weight")
                .orElseThrow()
                .get(0);
        assertEquals(fresh, weight(), "the weights of the seed, drawn anew");
    }

    @Test
    void whatIsSeenOfTheLayersIsTrueOfTheWeightsThatTheRunEndsWith(FxRobot robot) throws Exception {
        fx(() -> {
            var training = desk.session().projectProperty().get().trainingProperty();
            training.set(training.get().withEpochs(20));
            return true;
        });
        press(robot, "panels-train-toggle");
        untilFinished();
        Tensor weights = fx(() -> desk.training().weights())
                .get(20, TimeUnit.SECONDS)
                .find("dense1.weight")
                .orElseThrow();
        double square = 0;
        for (double w : weights.toArray()) {
            square += w * w;
        }
        double norm = Math.sqrt(square);
        assertEquals(norm, number(robot, "layer-dense1-norm"), 0.006 * norm, "three digits are shown");
        assertTrue(number(robot, "layer-dense1-ratio") > 0);

        HistogramView bars =
                fx(() -> robot.lookup("#layer-dense1").lookup(".nw-histogram").queryAs(HistogramView.class));
        PseudoClass gradient = PseudoClass.getPseudoClass("gradient");
        assertEquals(40, bars.bins());
        assertFalse(fx(() -> bars.getPseudoClassStates().contains(gradient)));
        press(robot, "show-gradients");
        assertTrue(fx(() -> bars.getPseudoClassStates().contains(gradient)));
    }

    @Test
    void aSettingIsUndoneLikeAnEdit(FxRobot robot) {
        enter(robot, "property-learningRate", "0.25");
        assertEquals(PropValue.of(0.25), rate());
        assertEquals("Undo: Change the training settings", text(robot, "ui-action-undo"));
        press(robot, "ui-action-undo");
        assertEquals(PropValue.of(0.05), rate());
        assertEquals("0.05", fx(() -> robot.lookup("#property-learningRate")
                .queryAs(TextField.class)
                .getText()));
        assertEquals("Saved", text(robot, "status-saved"));
        press(robot, "ui-action-redo");
        assertEquals(PropValue.of(0.25), rate());
    }

    private PropValue rate() {
        return fx(() -> desk.session().training().optimizer().props().get("learningRate"));
    }

    private Snapshot untilHeld() {
        until("it holds", () -> !desk.training().isRunning());
        return snapshot();
    }

    private static boolean isDisabled(FxRobot robot, String id) {
        return fx(() -> robot.lookup("#" + id).query().isDisabled());
    }

    private double number(FxRobot robot, String id) {
        return Double.parseDouble(text(robot, id));
    }
}
