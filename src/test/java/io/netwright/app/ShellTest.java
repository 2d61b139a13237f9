package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Edits;
import io.netwright.project.Recovery;
import io.netwright.ui.Ids;
import io.netwright.ui.Theme;
import io.netwright.ui.ViewId;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class ShellTest extends DeskTest {

    @Start
    void start(Stage window) {
        open(window);
    }

    @Test
    void theLanguageSwitchesEverythingThatIsShown(FxRobot robot) {
        select(robot, "dense1");
        assertEquals("Design", text(robot, "#rail-design"));
        assertEquals("3 nodes", text(robot, "#status-nodes"));
        String help = text(robot, "#layer-help");

        robot.interact(button(robot, "ui.action.language")::fire);

        assertEquals("设计", text(robot, "#rail-design"));
        assertEquals("3 个节点", text(robot, "#status-nodes"));
        assertNotEquals(help, text(robot, "#layer-help"));
        assertEquals(
                "查找层", robot.lookup("#palette-search").queryAs(TextField.class).getPromptText());
        assertEquals("English", button(robot, "ui.action.language").getText());

        robot.interact(button(robot, "ui.action.language")::fire);
        assertEquals("Design", text(robot, "#rail-design"));
        assertEquals(help, text(robot, "#layer-help"));
    }

    @Test
    void theThemeSwitchesWhatIsShown(FxRobot robot) {
        Region bar = robot.lookup(".nw-top-bar").queryAs(Region.class);
        Paint light = bar.getBackground().getFills().get(1).getFill();
        robot.interact(button(robot, "ui.action.theme")::fire);
        robot.interact(() -> desk.scene().getRoot().applyCss());
        assertEquals(Theme.Mode.DARK, theme.mode());
        assertNotEquals(light, bar.getBackground().getFills().get(1).getFill());
    }

    @Test
    void theStatusLineSaysWhatIsTrue(FxRobot robot) {
        assertEquals("No problems", text(robot, "#status-problems"));
        assertEquals("12 parameters", text(robot, "#status-parameters"));
        assertEquals("float32 · 2 threads", text(robot, "#status-running"));
        assertEquals("Saved", text(robot, "#status-saved"));

        robot.interact(() -> desk.session().editor().apply(Edits.addNode("Dense", "dense", null)));
        assertEquals("1 problem", text(robot, "#status-problems"));
        assertEquals("Unsaved changes", text(robot, "#status-saved"));
    }

    @Test
    void undoIsOfferedByTheNameOfWhatItUndoes(FxRobot robot) {
        assertTrue(button(robot, "ui.action.undo").isDisabled());
        robot.interact(() -> desk.session().editor().apply(Edits.addNode("Dense", "dense", null)));
        assertEquals("Undo: Add Dense", button(robot, "ui.action.undo").getText());
        robot.interact(() -> desk.scene().getRoot().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(3, network().nodes().size());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(4, network().nodes().size());
    }

    @Test
    void theActionSearchFindsAndDoes(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("softm");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().node("softmax1").isPresent());
        assertTrue(robot.lookup("#action-search").tryQuery().isEmpty());
    }

    @Test
    void closingWithoutChangesAsksNothing(FxRobot robot) {
        robot.interact(() -> desk.projects().closeAfterAsking());
        assertNull(desk.session().projectProperty().get());
        assertTrue(robot.lookup("#sample-little").tryQuery().isPresent());
    }

    @Test
    void closingWithUnsavedWorkAsksAndCancelKeepsEverything(FxRobot robot) {
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        robot.clickOn("#ui-unsaved-cancel");
        assertEquals("little", desk.session().projectProperty().get().name());
        assertEquals(4, network().nodes().size());
        assertEquals(3, store.projects.get(FOLDER).network().nodes().size());
    }

    @Test
    void escapeIsCancel(FxRobot robot) {
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        robot.push(KeyCode.ESCAPE);
        assertEquals(4, network().nodes().size());
        assertTrue(robot.lookup("#ui-unsaved-save").tryQuery().isEmpty());
    }

    @Test
    void enterSavesAndTabStaysInTheQuestion(FxRobot robot) {
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.TAB);
            String id = desk.scene().getFocusOwner().getId();
            assertTrue(id != null && id.startsWith("ui-unsaved-"), "the keyboard is at " + id);
        }
        robot.interact(() -> robot.lookup("#ui-unsaved-save").query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertNull(desk.session().projectProperty().get());
        assertEquals(4, store.projects.get(FOLDER).network().nodes().size());
    }

    @Test
    void theLessonIsReadAboveTheWindow(FxRobot robot) {
        robot.clickOn("#ui-action-lesson");
        assertTrue(robot.lookup("#lesson-text").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#lesson-text").tryQuery().isEmpty());
    }

    @Test
    void shortcutsAreNotForTheWindowBeneathAQuestion(FxRobot robot) {
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(4, network().nodes().size());
    }

    @Test
    void saveSavesAndCloses(FxRobot robot) {
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        robot.clickOn("#ui-unsaved-save");
        assertNull(desk.session().projectProperty().get());
        assertEquals(4, store.projects.get(FOLDER).network().nodes().size());
    }

    @Test
    void whereSavingFailsNothingIsClosed(FxRobot robot) {
        store.writable = false;
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        robot.clickOn("#ui-unsaved-save");
        assertEquals(4, network().nodes().size());
        assertTrue(desk.session().dirtyProperty().get());
        assertTrue(robot.lookup(".nw-notice").tryQuery().isPresent());
    }

    @Test
    void discardingClosesWithoutSaving(FxRobot robot) {
        change(robot);
        robot.interact(() -> desk.projects().closeAfterAsking());
        robot.clickOn("#ui-unsaved-discard");
        assertNull(desk.session().projectProperty().get());
        assertEquals(3, store.projects.get(FOLDER).network().nodes().size());
    }

    @Test
    void theWindowsCloseButtonAsks(FxRobot robot) {
        NetwrightApp.askBeforeClosing(stage, desk.projects());
        change(robot);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertTrue(stage.isShowing());
        robot.clickOn("#ui-unsaved-discard");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(stage.isShowing());
    }

    @Test
    void workThatWasNeverSavedIsOfferedAndComesBackAsOneEdit(FxRobot robot) {
        var project = store.projects.get(FOLDER);
        store.kept.put(
                FOLDER,
                new Recovery(
                        project.withDesign(
                                Edits.addNode("ReLU", "relu", null).change().apply(project.design())),
                        Instant.EPOCH));
        robot.interact(() -> desk.projects().open(FOLDER));
        robot.clickOn("#ui-recovery-restore");
        assertTrue(network().node("relu1").isPresent());
        assertTrue(desk.session().dirtyProperty().get());
        robot.interact(() -> desk.session().editor().undo());
        assertFalse(network().node("relu1").isPresent());
    }

    @Test
    void aFolderWithoutAProjectIsRefusedAndWhatWasOpenStays(FxRobot robot) {
        robot.interact(() -> desk.projects().open(java.nio.file.Path.of("nothing-here")));
        assertEquals("little", desk.session().projectProperty().get().name());
        assertTrue(robot.lookup(".nw-notice").tryQuery().isPresent());
    }

    @Test
    void theProblemsGoWhereTheyAre(FxRobot robot) {
        robot.interact(() -> desk.session().editor().apply(Edits.setProperty("dense1", "units", value("many"))));
        robot.clickOn("#status-problems");
        robot.clickOn("#place-dense1-units");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                java.util.Set.of("dense1"), desk.session().selectionProperty().get());
        assertEquals("property-units", desk.scene().getFocusOwner().getId());
        assertEquals(ViewId.DESIGN, desk.session().viewProperty().get());
    }

    private void change(FxRobot robot) {
        robot.interact(() -> desk.session().editor().apply(Edits.addNode("Dense", "dense", null)));
    }

    private static io.netwright.network.PropValue value(String text) {
        return io.netwright.network.PropValue.of(text);
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup("#" + Ids.of(id)).queryAs(Button.class);
    }
}
