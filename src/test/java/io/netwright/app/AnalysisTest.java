package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.advice.Review;
import io.netwright.edit.Edits;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The network looked over, in the window.
class AnalysisTest extends DeskTest {

    @Start
    void start(Stage window) {
        open(window);
    }

    @SuppressWarnings("unchecked")
    private static TableView<Review.Row> table(FxRobot robot) {
        return robot.lookup("#layer-table").queryAs(TableView.class);
    }

    private static List<String> names(FxRobot robot) {
        return table(robot).getItems().stream().map(r -> r.node().name()).toList();
    }

    @Test
    void theTableSortsAndGoesToALayer(FxRobot robot) {
        robot.push(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#analysis").query().isVisible());
        List<String> inOrder = List.copyOf(desk.session().network().nodes().sequencedKeySet());
        assertEquals(inOrder, names(robot));
        long parameters = desk.session().compilation().parameters();
        assertTrue(
                text(robot, "#analysis-totals").contains(parameters + " parameters"), text(robot, "#analysis-totals"));
        clickHead(robot, "parameters");
        List<Long> sorted = table(robot).getItems().stream()
                .map(r -> r.cost() == null ? 0L : r.cost().parameters())
                .toList();
        assertEquals(List.of(0L, 0L, parameters), sorted);
        clickHead(robot, "parameters");
        assertEquals("dense1", names(robot).getFirst(), "a second click turns the order round");
        robot.interact(() -> {
            table(robot).getSelectionModel().select(0);
            table(robot).requestFocus();
        });
        String first = names(robot).getFirst();
        robot.push(KeyCode.ENTER);
        assertEquals(Set.of(first), desk.session().editor().selection());
        robot.clickOn("#analysis-close");
        assertFalse(robot.lookup("#analysis").query().isVisible());
    }

    /// A click on the head of a column. The headless robot's clicks do not count as standing still, which a click that
    /// sorts must; so these are its events.
    private static void clickHead(FxRobot robot, String column) {
        Node head = robot.lookup("#column-" + column).query();
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            boolean down = type == MouseEvent.MOUSE_PRESSED;
            robot.interact(() -> head.fireEvent(new MouseEvent(
                    type,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    down,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null)));
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aSlipIsToldAndRepairedByAClick(FxRobot robot) {
        robot.interact(() -> {
            desk.session().editor().apply(Edits.addNode("Dense", "stray", null));
            desk.session().editor().apply(Edits.setProperty("stray1", "units", PropValue.of(7L)));
            desk.session().editor().apply(Edits.addWire(Wire.of("input1.out", "stray1.in"), false));
        });
        robot.push(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#place-stray1").tryQuery().isPresent());
        robot.clickOn("#analysis-notes #design-fix-delete");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(desk.session().network().nodes().containsKey("stray1"));
        assertFalse(robot.lookup("#place-stray1").tryQuery().isPresent());
    }
}
