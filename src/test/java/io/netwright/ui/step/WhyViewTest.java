package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.step.StepRecording;
import io.netwright.train.Nets;
import io.netwright.ui.step.WhyView.Row;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Asking why a weight of the worked example changed, by mouse and by keyboard.
class WhyViewTest extends StepWindowTest {

    @BeforeEach
    void open() {
        open(Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01), 990, 980);
    }

    @Test
    void theSidePanelLeadsToTheAnswer() {
        robot.clickOn((Hyperlink) f.scene.lookup("#step-parameter-why"));
        WaitForAsyncUtils.waitForFxEvents();
        TreeView<Row> tree = tree();
        assertTrue(f.scene.lookup("#step-why").isVisible());
        assertEquals(
                List.of(
                        "dense1.weight[0, 0]: from 0.1 to 0.0898885 −0.0101115",
                        "This step's gradient −0.0101115",
                        "Sample 0 −0.0101115"),
                rows(tree));
        assertTrue(sum().startsWith("Its one part adds up to −0.0101115; the whole is −0.0101115."), sum());
    }

    @Test
    void waysAreOpenedByKeyboardAndLeadToTheirFrame() {
        goTo(update("dense1.weight"));
        TreeView<Row> tree = tree();
        fx(() -> {
            tree.requestFocus();
            return null;
        });
        robot.type(KeyCode.DOWN, 2);
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        // x[0] times W2's row [0.1, 0.3, 0.5] times δ2 = 1.1235, times −0.01, the largest first
        assertEquals(
                List.of(
                        "By dZ₂[0, 2] in relu2 −0.0056175",
                        "By dZ₂[0, 1] in relu2 −0.0033705",
                        "By dZ₂[0, 0] in relu2 −0.0011235"),
                rows(tree).subList(3, 6));
        assertTrue(sum().startsWith("Its 3 parts add up to −0.0101115; the whole is −0.0101115."), sum());
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(((Label) f.scene.lookup("#step-place")).getText().endsWith("dZ₂ in relu2"));
        assertEquals("element [0, 2]", ((Label) f.scene.lookup(".nw-step-element")).getText());
    }

    private String sum() {
        return ((Label) f.scene.lookup("#step-why-sum")).getText();
    }

    private int update(String parameter) {
        StepRecording recording = fx(() -> f.view.recording());
        return recording.update(parameter).orElseThrow().index();
    }

    private void goTo(int frame) {
        fx(() -> {
            f.view.goTo(frame);
            f.scene.getRoot().layout();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private TreeView<Row> tree() {
        return (TreeView<Row>) f.scene.lookup("#step-why-tree");
    }

    /// What stands in the rows, from top to bottom.
    private static List<String> rows(TreeView<Row> tree) {
        WaitForAsyncUtils.waitForFxEvents();
        return tree.lookupAll(".tree-cell").stream()
                .map(c -> (TreeCell<?>) c)
                .filter(c -> !c.isEmpty())
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .map(TreeCell::getAccessibleText)
                .toList();
    }
}
