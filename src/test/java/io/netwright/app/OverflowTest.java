package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.train.Snapshot.State;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What becomes of a network whose numbers are too large.
class OverflowTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        open(window, overflowing());
    }

    @BeforeEach
    void waitUntilOpen() {
        untilOpen();
    }

    @Test
    void theRunHoldsAndTheFirstLayerWhereItHappenedIsNamed(FxRobot robot) {
        press(robot, "rail-train");
        press(robot, "panels-train-toggle");
        until("it is said", () -> isShown(robot, "#training-notice"));
        assertEquals(State.DIVERGED, snapshot().state());
        String notice = text(robot, "training-notice");
        assertTrue(notice.contains("dense2"), notice);
        assertFalse(notice.contains("dense1"), () -> "1e30 is a number: " + notice);
        assertEquals("Start", text(robot, "panels-train-toggle"));
        assertEquals(1e30, weight(), 1e24, "the weights are as before the step");
    }

    @Test
    void aFileWhoseCertificateFailsIsNotCalledExported(FxRobot robot) throws Exception {
        Path file = folder.resolve("model.onnx");
        Files.writeString(file, "what was there");
        press(robot, "rail-export");
        enter(robot, "export-file", file.toString());
        press(robot, "export-button");
        until("the verdict is there", () -> isShown(robot, "#verdict"));
        assertEquals("Not exported", text(robot, "verdict"));
        assertTrue(fx(() -> robot.lookup("#verdict").query().getStyleClass().contains("nw-bad")));
        assertEquals("what was there", Files.readString(file), "what lay at the place stays");
        assertTrue(Files.exists(folder.resolve("model.onnx.rejected")), "the file is kept for a look");
    }
}
