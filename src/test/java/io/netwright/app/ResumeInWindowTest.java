package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.exchange.checkpoint.CheckpointFolder;
import io.netwright.train.Keeper.Which;
import io.netwright.train.Snapshot;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A run outlasts the window: it lies in the project's folder and goes on from there as if nothing had happened.
class ResumeInWindowTest extends DiskDeskTest {

    private static final int EPOCHS = 6;

    @Start
    void start(Stage window) {
        open(window, iris(EPOCHS));
    }

    @BeforeEach
    void waitUntilOpen() {
        untilOpen();
    }

    @Test
    void aRunGoesOnAfterTheProjectWasClosed(FxRobot robot) throws Exception {
        press(robot, "rail-train");
        assertFalse(isShown(robot, "#training-resume"), "there is nothing to go on with yet");
        train();
        double[] whole = weights();
        press(robot, "panels-train-reset");
        until("the run is fresh", () -> snapshot().step() == 0);

        press(robot, "panels-train-oneEpoch");
        until("an epoch is done", () -> snapshot().epoch() == 1);
        press(robot, "panels-train-batch");
        until("a batch of the next is done", () -> snapshot().batch() == 1);
        long step = snapshot().step();
        CheckpointFolder files = new CheckpointFolder(home());
        until("they are on disk", () -> files.has(Which.LAST) && files.has(Which.BEST) && step == placed(files));

        fx(() -> {
            desk.session().open(null);
            desk.projects().open(home());
            return true;
        });
        untilOpen();
        press(robot, "rail-train");
        until("it is offered", () -> isShown(robot, "#training-resume"));
        assertEquals(
                "A run lies in the project's folder: " + step + " steps, 1 epochs.",
                text(robot, "training-checkpoint"));
        press(robot, "training-resume");
        until(
                "it is where it was",
                () -> desk.training().snapshotProperty().get() != null
                        && snapshot().step() == step);
        assertEquals(Snapshot.State.PAUSED, snapshot().state());
        assertEquals(step, fx(() -> desk.training().history().steps()), "its curve is there, too");
        assertFalse(isShown(robot, "#training-resume"));

        train();
        assertEquals(EPOCHS, snapshot().epoch());
        assertArrayEquals(whole, weights(), "bit by bit the weights of a run that was never interrupted");
    }

    @Test
    void aRunOfOtherBatchesIsRefusedInWords(FxRobot robot) {
        train();
        CheckpointFolder files = new CheckpointFolder(home());
        until(
                "it is on disk",
                () -> files.has(Which.LAST) && placed(files) == snapshot().step());
        fx(() -> {
            desk.session().open(null);
            desk.projects().open(home());
            return true;
        });
        untilOpen();
        fx(() -> {
            var settings = desk.session().projectProperty().get().trainingProperty();
            settings.set(settings.get().withBatchSize(7));
            return true;
        });
        press(robot, "rail-train");
        until("it is offered", () -> isShown(robot, "#training-resume"));
        press(robot, "training-resume");
        until("it is refused", () -> text(robot, "training-notice").contains("batchSize"));
        assertTrue(isShown(robot, "#training-resume"), "set back, it can still be gone on with");
    }

    private static long placed(CheckpointFolder files) {
        return io.netwright.exchange.checkpoint.CheckpointFile.place(files.file(Which.LAST))
                .step();
    }

    private double[] weights() throws Exception {
        return fx(() -> desk.training().weights())
                .get(20, TimeUnit.SECONDS)
                .find("dense1.weight")
                .orElseThrow()
                .toArray();
    }
}
