package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Edits;
import io.netwright.layer.template.Templates;
import io.netwright.ui.Action;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class PaletteTest extends DeskTest {

    @Start
    void start(Stage window) {
        open(window);
    }

    @Test
    void aLayerIsFoundByAnotherNameForItAndAddedWithEnter(FxRobot robot) {
        search(robot, "fully conn");
        assertEquals(1, list(robot).getItems().size());
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().node("dense2").isPresent());
    }

    @Test
    void theBestAnswerIsFirst(FxRobot robot) {
        search(robot, "soft");
        assertTrue(list(robot).getItems().getFirst().toString().contains("Softmax"));
    }

    @Test
    void whatNothingAnswersIsSaid(FxRobot robot) {
        search(robot, "zzzz");
        assertEquals(0, list(robot).getItems().size());
        robot.push(KeyCode.ESCAPE);
        assertTrue(list(robot).getItems().size() > 18, "Escape shows everything again");
    }

    @Test
    void aSentenceIsSearchedInTheLanguageThatIsShown(FxRobot robot) {
        robot.interact(() -> words.setLocale(java.util.Locale.SIMPLIFIED_CHINESE));
        robot.interact(() -> field(robot).setText("概率"));
        List<String> found =
                list(robot).getItems().stream().map(Object::toString).toList();
        assertTrue(found.stream().anyMatch(r -> r.contains("Softmax")), found::toString);
        assertFalse(found.stream().anyMatch(r -> r.contains("Conv2d")), found::toString);
    }

    @Test
    void aLayerIsDraggedOntoTheCanvas(FxRobot robot) {
        search(robot, "ReLU");
        Node row =
                robot.lookup("#palette-list .list-cell").queryAll().iterator().next();
        robot.drag(row, MouseButton.PRIMARY);
        robot.moveTo(onCanvas(robot));
        robot.moveBy(3, 3);
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(4, network().nodes().size());
        assertEquals("ReLU", network().nodes().lastEntry().getValue().type());
    }

    @Test
    void aDragThatEndsBesideTheCanvasAddsNothing(FxRobot robot) {
        search(robot, "ReLU");
        Node row =
                robot.lookup("#palette-list .list-cell").queryAll().iterator().next();
        robot.drag(row, MouseButton.PRIMARY);
        robot.moveBy(0, 120);
        assertTrue(robot.lookup(".nw-palette-ghost").tryQuery().isPresent());
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(3, network().nodes().size());
        assertTrue(robot.lookup(".nw-palette-ghost").tryQuery().isEmpty());
    }

    @Test
    void escapeEndsADrag(FxRobot robot) {
        search(robot, "ReLU");
        Node row =
                robot.lookup("#palette-list .list-cell").queryAll().iterator().next();
        robot.drag(row, MouseButton.PRIMARY);
        robot.moveTo(onCanvas(robot));
        robot.push(KeyCode.ESCAPE);
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(3, network().nodes().size());
    }

    @Test
    void aTemplateComesOntoTheCanvasAsNodesInOneStepAndCompiles(FxRobot robot) {
        robot.interact(() ->
                desk.session().editor().apply(Edits.delete(network().nodes().keySet())));
        search(robot, "lenet");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                Templates.ALL.get(1).network().nodes().keySet(),
                network().nodes().keySet());
        assertFalse(desk.session().compilation().hasErrors());
        assertEquals(
                network().nodes().keySet(),
                desk.session().editor().design().layout().positions().keySet());
        robot.interact(() -> desk.session().editor().undo());
        assertEquals(0, network().nodes().size());
    }

    @Test
    void aTemplateIsDraggedOntoTheCanvasBesideWhatIsThere(FxRobot robot) {
        search(robot, "GPT");
        Node row =
                robot.lookup("#palette-list .list-cell").queryAll().iterator().next();
        robot.drag(row, MouseButton.PRIMARY);
        robot.moveTo(onCanvas(robot));
        robot.moveBy(3, 3);
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        int more = Templates.ALL.get(6).network().nodes().size();
        assertEquals(3 + more, network().nodes().size());
        assertEquals(more, desk.session().editor().selection().size());
    }

    @Test
    void whatIsKeptIsUsedRenamedAndRemoved(FxRobot robot) {
        select(robot, "dense1", "mse1");
        robot.interact(() -> action("design.canvas.menu.keep").run());
        until(() -> list(robot).getItems().getFirst().toString().contains("design.palette.own"));
        search(robot, "dense1");
        until(() -> list(robot).getItems().getFirst().toString().contains("Own"));
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(5, network().nodes().size());
        assertEquals(
                2,
                network().wires().stream()
                        .filter(w -> w.to().node().startsWith("mse"))
                        .count());

        openMenu(robot, "name=dense1,");
        robot.clickOn("#palette-rename").clickOn("#palette-name");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("head").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> field(robot).clear());
        until(() -> kept(robot, "name=head") == 1);
        assertEquals(0, kept(robot, "name=dense1,"));
        search(robot, "head");
        openMenu(robot, "name=head");
        robot.clickOn("#palette-remove");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> field(robot).clear());
        until(() -> kept(robot, "Own[") == 0);
    }

    /// Pieces are written and read in the background.
    private static void until(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    20, java.util.concurrent.TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /// Opens the menu of the row that shows a kept piece; the list makes its cells in an order of its own.
    private static void openMenu(FxRobot robot, String words) {
        WaitForAsyncUtils.waitForFxEvents();
        Node row = robot.lookup("#palette-list .list-cell").queryAll().stream()
                .filter(cell -> cell instanceof ListCell<?> c
                        && c.getItem() != null
                        && c.getItem().toString().contains(words))
                .findFirst()
                .orElseThrow();
        robot.rightClickOn(row);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static long kept(FxRobot robot, String words) {
        return list(robot).getItems().stream()
                .filter(row -> row.toString().contains(words))
                .count();
    }

    private Action action(String key) {
        return desk.shell().shown().actions().stream()
                .filter(a -> a.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Point2D onCanvas(FxRobot robot) {
        Node canvas = robot.lookup(".nw-canvas-view").query();
        Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getMaxY() - 160);
    }

    private void search(FxRobot robot, String query) {
        robot.clickOn("#palette-search").write(query);
        WaitForAsyncUtils.waitForFxEvents();
        // the list puts its rows in place with the next pulse; a row that is looked for before stands elsewhere
        robot.interact(() -> desk.scene().getRoot().layout());
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#palette-search").queryAs(TextField.class);
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryListView();
    }
}
