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
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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
        // what a click on the head of the column does; the headless robot's clicks do not sort
        robot.interact(() -> table(robot)
                .getSortOrder()
                .setAll(table(robot).getColumns().stream()
                        .filter(c -> c.getId().equals("column-parameters"))
                        .toList()));
        WaitForAsyncUtils.waitForFxEvents();
        List<Long> sorted = table(robot).getItems().stream()
                .map(r -> r.cost() == null ? 0L : r.cost().parameters())
                .toList();
        assertEquals(List.of(0L, 0L, parameters), sorted);
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
