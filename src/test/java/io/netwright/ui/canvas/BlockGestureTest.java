package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Node;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Blocks on the canvas: made of what is selected, and taken apart again.
class BlockGestureTest extends CanvasRobotTest {

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whatIsSelectedBecomesABlockAndComesOutAgain() {
        fx(() -> {
            editor().select(List.of("dense1", "relu1"));
            return null;
        });
        press(KeyCode.CONTROL, KeyCode.G);
        Node block = network().nodes().get("block1");
        assertTrue(block.isBlock());
        assertFalse(network().nodes().containsKey("dense1"));
        assertEquals(Set.of("block1"), fx(() -> editor().selection()));
        assertEquals("image", network().wires().getFirst().from().node());
        assertEquals("block1", network().wires().getFirst().to().node());
        assertEquals(1, block.inside().outputs().size(), "what nothing takes yet can be taken from the block");
        assertTrue(fx(() -> canvas.view.plane().node("block1")).isPresent());

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        assertEquals(NETWORK.nodes().keySet(), network().nodes().keySet());
        assertEquals(Set.copyOf(NETWORK.wires()), Set.copyOf(network().wires()));
        assertEquals(Set.of("dense1", "relu1"), fx(() -> editor().selection()));
        press(KeyCode.CONTROL, KeyCode.Z);
        press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(design(), fx(() -> editor().design()));
    }
}
