package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Blocks;
import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.network.Network;
import io.netwright.network.PropValue;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A block opened as a level of its own, edited there, and left again.
class BlockLevelTest extends CanvasRobotTest {

    @BeforeEach
    void group() {
        fx(() -> editor().apply(Blocks.group(List.of("dense1", "relu1"), "block", List.of())));
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> level() {
        return fx(() -> editor().level());
    }

    private Network inside() {
        return fx(() -> editor().network().nodes().get("block1").inside().network());
    }

    private void enter() {
        robot.moveTo(card("block1")).doubleClickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aDoubleClickOpensABlockAndTheTrailLeadsBack() {
        enter();
        assertEquals(List.of("block1"), level());
        assertTrue(fx(() -> canvas.view.plane().node("dense1")).isPresent());
        assertFalse(fx(() -> canvas.view.plane().node("image")).isPresent());
        assertTrue(fx(() -> canvas.view.lookup("#levels").isVisible()));
        Hyperlink top = fx(() -> (Hyperlink) canvas.view.lookup("#level-"));
        assertEquals("Network", top.getText());
        robot.clickOn(top);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), level());
        assertEquals(Set.of("block1"), fx(() -> editor().selection()));
        assertFalse(fx(() -> canvas.view.lookup("#levels").isVisible()));
    }

    @Test
    void enterOpensWhatIsSelectedAndEscapeLeaves() {
        fx(() -> {
            editor().select(Set.of("block1"));
            canvas.view.requestFocus();
            return null;
        });
        press(KeyCode.ENTER);
        assertEquals(List.of("block1"), level());
        press(KeyCode.ESCAPE);
        assertEquals(List.of(), level());
    }

    @Test
    void anEditInsideIsOneStepOfTheOneDocument() {
        Design before = fx(() -> editor().design());
        enter();
        fx(() -> {
            canvas.model.select(Set.of("relu1"));
            canvas.view.requestFocus();
            return null;
        });
        press(KeyCode.SHIFT, KeyCode.DELETE);
        assertFalse(inside().nodes().containsKey("relu1"));
        assertEquals(
                Set.of("image", "add1", "dense2", "block1"), network().nodes().keySet());
        fx(() -> editor().apply(Edits.setProperty("dense1", "units", PropValue.of(7))));
        assertEquals(PropValue.of(7), inside().nodes().get("dense1").props().get("units"));
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("block1"), level(), "undo goes to where the edit was");
        press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, fx(() -> editor().design()));
    }

    @Test
    void eachLevelIsFoundAgainAsItWasLeft() {
        Viewport.Look look = fx(() -> {
            canvas.view.viewport().zoomTo(0.8);
            return canvas.view.viewport().look();
        });
        enter();
        fx(() -> {
            canvas.view.viewport().zoomTo(1.2);
            return null;
        });
        fx(() -> canvas.model.leave());
        assertEquals(look, fx(() -> canvas.view.viewport().look()));
    }

    @Test
    void aNodeInsideIsFoundFromOutside() {
        fx(() -> {
            canvas.view.requestFocus();
            return null;
        });
        press(KeyCode.CONTROL, KeyCode.F);
        robot.write("block1.relu");
        press(KeyCode.ENTER);
        assertEquals(List.of("block1"), level());
        assertEquals(Set.of("relu1"), fx(() -> editor().selection()));
    }

    @Test
    void aBlockIsRepeatedAndWrittenOutFromItsMenu() {
        fx(() -> {
            editor().select(Set.of("block1"));
            canvas.model.blocks().repeat(3);
            canvas.model.blocks().link(true);
            return null;
        });
        assertEquals(3, network().nodes().get("block1").copies());
        assertTrue(fx(() -> canvas.model.blocks().isLinked()));
        fx(() -> {
            canvas.model.blocks().unroll();
            return null;
        });
        assertEquals(
                3, network().nodes().values().stream().filter(n -> n.isBlock()).count());
    }

    @Test
    void aPortAddedInsideIsAPortOfTheBlock() {
        enter();
        fx(() -> {
            canvas.model.blocks().addPort(io.netwright.network.Block.INPUT, canvas.view.middle());
            return null;
        });
        assertEquals(2, fx(() -> editor().network()
                .nodes()
                .get("block1")
                .inside()
                .inputs()
                .size()));
    }
}
