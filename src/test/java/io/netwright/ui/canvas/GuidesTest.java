package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Edits;
import io.netwright.network.Position;
import io.netwright.ui.Action;
import java.util.List;
import java.util.Map;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class GuidesTest extends CanvasRobotTest {

    @Test
    void aDraggedCardLinesUpWithAnotherAndShowsTheLine() {
        fx(() -> {
            editor().apply(Edits.move(Map.of("add1", new Position(37, 320))));
            return null;
        });
        robot.moveTo(card("dense2"));
        robot.press(MouseButton.PRIMARY);
        // 4 pixels beside the left edge of add1, which is not on the grid
        robot.moveTo(screen(41 + 88, 480));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(fx(() -> canvas.view.lookup(".nw-guide") != null));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(37, position("dense2").x());
        assertNull(fx(() -> canvas.view.lookup(".nw-guide")));
    }

    @Test
    void whatIsSelectedLinesUpByAnActionOfTheSearch() {
        fx(() -> {
            editor().apply(Edits.move(Map.of("add1", new Position(128, 320), "dense2", new Position(300, 400))));
            editor().select(List.of("image", "add1", "dense2"));
            CanvasActions.of(canvas.view).stream()
                    .filter(a -> a.key().equals("design.canvas.menu.align.left"))
                    .forEach(Action::run);
            return null;
        });
        assertEquals(new Position(32, 320), position("add1"));
        assertEquals(new Position(32, 400), position("dense2"));
        assertEquals(new Position(32, 32), position("image"));
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(new Position(300, 400), position("dense2"));
    }
}
