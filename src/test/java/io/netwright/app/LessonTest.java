package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.ui.ViewId;
import io.netwright.ui.lesson.LessonPlayer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A learner goes through a whole lesson on the real window, doing what it asks, and comes back to their own work.
class LessonTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        open(window, iris(5));
    }

    private LessonPlayer.Place place() {
        return Objects.requireNonNull(
                fx(() -> desk.lessons().player().placeProperty().get()));
    }

    private void untilStep(int step) {
        until("step " + step + " has begun", () -> {
            LessonPlayer player = desk.lessons().player();
            LessonPlayer.Place now = player.placeProperty().get();
            return now != null
                    && now.step() == step
                    && !player.performingProperty().get();
        });
    }

    private void untilDone() {
        until("what step " + place().step() + " expects holds", () -> place().isDone());
    }

    private void next(FxRobot robot, int step) {
        untilDone();
        press(robot, "lesson-next");
        untilStep(step);
    }

    @Test
    void goesThroughOneNeuron(FxRobot robot) throws Exception {
        untilOpen();
        byte[] own = Files.readAllBytes(home().resolve("project.json"));
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, "lesson-start-one-neuron");
        until(
                "the lesson has begun",
                () -> desk.lessons().player().placeProperty().get() != null);
        untilStep(0);
        Path copy = fx(() -> desk.session().projectProperty().get().folder());
        assertNotEquals(home(), copy, "a lesson works on a copy");
        assertEquals("What a neuron does", text(robot, "lesson-title"));
        assertFalse(place().isDone());
        assertEquals("Skip", text(robot, "lesson-next"));

        // click the node
        javafx.scene.Node card = fx(() -> robot.lookup(".nw-node").queryAll().stream()
                .filter(n -> n.lookupAll(".label").stream()
                        .anyMatch(l -> l instanceof javafx.scene.control.Label t && "dense1".equals(t.getText())))
                .findFirst()
                .orElseThrow());
        robot.clickOn(card);
        next(robot, 1);

        // weigh
        assertEquals(ViewId.STEP, fx(() -> desk.session().viewProperty().get()));
        assertTrue(text(robot, "step-place").startsWith("frame 1 of "), () -> text(robot, "step-place"));
        press(robot, "step-action-next");
        assertFalse(place().isDone());
        press(robot, "step-action-next");
        next(robot, 2);

        // bend: shown
        press(robot, "lesson-show");
        next(robot, 3);

        // predict: δ = 0.8176 · 0.1491
        robot.clickOn("#step-exercise-field");
        fx(() -> {
            ((TextInputControl) robot.lookup("#step-exercise-field").query()).setText("0.8176");
            return true;
        });
        press(robot, "step-exercise-check");
        assertTrue(text(robot, "step-exercise-verdict").startsWith("The slope of the activation"));
        assertFalse(place().isDone());
        fx(() -> {
            ((TextInputControl) robot.lookup("#step-exercise-field").query()).setText("0.1219");
            return true;
        });
        press(robot, "step-exercise-check");
        next(robot, 4);
        assertFalse(isShown(robot, "#step-exercise"));
        press(robot, "step-action-last");
        press(robot, "step-action-back");
        next(robot, 5);

        // train until the loss is small
        press(robot, "lesson-show");
        untilDone();
        assertEquals(40, snapshot().step());
        assertEquals("Finish", text(robot, "lesson-next"));
        press(robot, "lesson-next");
        until("the learner''s own project is back", () -> {
            var open = desk.session().projectProperty().get();
            return open != null && open.folder().equals(home()) && desk.isSettled();
        });
        assertFalse(isShown(robot, "#lesson-panel"));
        assertEquals(
                new String(own, StandardCharsets.UTF_8),
                Files.readString(home().resolve("project.json")),
                "nothing of it has changed");
        until("the copy is gone", () -> !Files.exists(copy.getParent()));
    }
}
