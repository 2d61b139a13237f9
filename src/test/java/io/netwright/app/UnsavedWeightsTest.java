package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Edits;
import io.netwright.exchange.safetensors.SafeTensorsReader;
import io.netwright.network.PropValue;
import io.netwright.project.ProjectFile;
import io.netwright.train.Command;
import io.netwright.ui.OpenProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// An hour of training is work: it is not lost by closing a window.
class UnsavedWeightsTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        open(window, iris(3));
    }

    @BeforeEach
    void waitUntilOpen() {
        untilOpen();
    }

    @Test
    void closingTheWindowAsksForThemAndSavingSavesThem(FxRobot robot) {
        assertEquals("Saved", text(robot, "status-saved"));
        train();
        assertEquals("Unsaved changes", text(robot, "status-saved"));
        double weight = weight();

        requestClose();
        assertTrue(stage.isShowing());
        assertEquals("Save the trained weights of iris?", text(robot, "question-title"));
        press(robot, "ui-unsaved-cancel");
        assertTrue(stage.isShowing());
        assertEquals(weight, weight());

        requestClose();
        press(robot, "ui-unsaved-save");
        until("the window is closed", () -> !stage.isShowing());
        assertEquals(weight, saved(home()), "they were on disk before the window closed");
    }

    @Test
    void onceSavedTheyAreNoNewsUntilTrainingGoesOn(FxRobot robot) {
        train();
        save();
        assertEquals("Saved", text(robot, "status-saved"));
        fx(() -> {
            desk.training().send(new Command.StepBatch());
            return true;
        });
        until("they are unsaved again", this::isUnsaved);
        save();

        double weight = weight();
        reopen();
        assertFalse(isUnsaved(), "what was read is what lies there");
        assertEquals(weight, weight());
    }

    @Test
    void aResetLeavesNothingToSave(FxRobot robot) {
        train();
        press(robot, "rail-train");
        press(robot, "panels-train-reset");
        until("the run is fresh", () -> snapshot().step() == 0);
        assertFalse(isUnsaved());
        assertFalse(fx(() -> desk.training().isTrained()));
    }

    @Test
    void weightsOutlastOtherSettingsButNotAnotherNetwork(FxRobot robot) {
        train();
        double weight = weight();
        fx(() -> {
            OpenProject open = project();
            open.trainingProperty().set(open.trainingProperty().get().withBatchSize(7));
            return true;
        });
        assertTrue(isUnsaved());
        assertEquals(weight, weight(), "what is exported and judged is what was trained");

        fx(() -> desk.session().editor().apply(Edits.setProperty("dense1", "units", PropValue.of(5))));
        assertFalse(isUnsaved(), "weights of another network cannot be saved with this one");
        assertNotEquals(weight, weight());
        fx(() -> {
            desk.session().editor().undo();
            return true;
        });
        assertTrue(isUnsaved());
        assertEquals(weight, weight());
    }

    @Test
    void whereTheyCannotBeWrittenTheWindowStays(FxRobot robot) throws Exception {
        Files.createDirectories(home().resolve(ProjectFile.WEIGHTS).resolve("in-the-way"));
        train();
        requestClose();
        press(robot, "ui-unsaved-save");
        until("it is said", () -> isShown(robot, ".nw-notice"));
        assertTrue(stage.isShowing());
        assertTrue(isUnsaved());
    }

    @Test
    void aCopyTakesThemAlong(FxRobot robot) {
        train();
        double weight = weight();
        Path copy = folder.resolve("copy");
        fx(() -> {
            desk.projects().saveCopy(copy);
            return true;
        });
        until("the copy is open", () -> project().folder().equals(copy) && desk.isSettled());
        until("its weights are there", () -> desk.training().isTrained());
        assertEquals(weight, weight());
        assertFalse(isUnsaved());
    }

    private void reopen() {
        fx(() -> {
            desk.session().open(null);
            desk.projects().open(home());
            return true;
        });
        untilOpen();
        until("its weights are there", () -> desk.training().isTrained());
    }

    private void save() {
        fx(() -> desk.projects().save());
        until("they are saved", () -> !isUnsaved());
    }

    private void requestClose() {
        fx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    private boolean isUnsaved() {
        return fx(() -> project().unsavedWeightsProperty().get());
    }

    private OpenProject project() {
        return Objects.requireNonNull(desk.session().projectProperty().get());
    }

    private static double saved(Path project) {
        try (SafeTensorsReader file = SafeTensorsReader.open(project.resolve(ProjectFile.WEIGHTS))) {
            return file.values("dense1.weight")[0];
        }
    }
}
