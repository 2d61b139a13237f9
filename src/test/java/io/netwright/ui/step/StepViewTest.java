package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSpec;
import io.netwright.network.Network;
import io.netwright.network.Wire;
import io.netwright.step.Frame;
import io.netwright.step.StepRecording;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A person steps through the worked example with mouse and keyboard, and reads what is on the screen.
class StepViewTest extends StepWindowTest {

    private void openWorkedExample() {
        open(Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01));
    }

    private void open(Network network, DataSpec data, TrainingSpec spec) {
        open(network, data, spec, 990, 900);
    }

    private String flow(String id) {
        return ((TextFlow) f.scene.lookup("#" + id))
                .getChildren().stream().map(n -> ((Text) n).getText()).collect(Collectors.joining());
    }

    private StepRecording recording() {
        return f.view.recording();
    }

    private int frame(String name) {
        return recording().frames().stream()
                .filter(x -> x.name().equals(name))
                .mapToInt(Frame::index)
                .findFirst()
                .orElseThrow();
    }

    private void goTo(String name) {
        fx(() -> {
            f.view.goTo(frame(name));
            return null;
        });
    }

    /// Clicks the element of a matrix, of which `cols` columns fit the width that is measured.
    private void clickElement(String pane, int row, int col, int clicks) {
        MatrixGrid grid = (MatrixGrid) f.scene.lookup("#" + pane + " .nw-matrix-grid");
        double x = grid.widthOf(col) + grid.cellWidth() / 2;
        double y = 15 + row * 31 + 14;
        Point2D at = fx(() -> grid.localToScreen(x, y));
        robot.clickOn(at);
        if (clicks == 2) {
            // whether two clicks are one double click depends on the time between them, which a busy machine stretches:
            // the second says that it is one
            fx(() -> {
                Point2D inScene = grid.localToScene(x, y);
                grid.fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        inScene.getX(),
                        inScene.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
                return true;
            });
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void nextBackFirstLastAndTheKeysMoveThroughTheFrames() {
        openWorkedExample();
        assertEquals("Forward", text("step-stage"));
        assertEquals("frame 1 of 37 · XW₁ in dense1", text("step-place"));
        robot.clickOn("#step-action-next");
        assertEquals("frame 2 of 37 · Z₁ in dense1", text("step-place"));
        robot.type(KeyCode.RIGHT, 2);
        assertTrue(text("step-place").startsWith("frame 4 of 37"), text("step-place"));
        robot.type(KeyCode.LEFT);
        assertEquals("frame 3 of 37 · A₁ in relu1", text("step-place"));
        robot.type(KeyCode.END);
        assertEquals("Update", text("step-stage"));
        assertTrue(text("step-place").startsWith("frame 37 of 37"), text("step-place"));
        robot.type(KeyCode.HOME);
        assertEquals("frame 1 of 37 · XW₁ in dense1", text("step-place"));
        assertEquals("dense1", f.lit.getLast());
    }

    @Test
    void byLayerGoesFromLayerToLayer() throws TimeoutException {
        openWorkedExample();
        stepBy("layer");
        robot.type(KeyCode.RIGHT);
        assertEquals("frame 2 of 37 · Z₁ in dense1", text("step-place"));
        robot.type(KeyCode.RIGHT);
        assertEquals("frame 3 of 37 · A₁ in relu1", text("step-place"));
        robot.type(KeyCode.RIGHT);
        assertEquals("frame 5 of 37 · Z₂ in dense2", text("step-place"));
        robot.type(KeyCode.LEFT, 2);
        assertEquals("frame 2 of 37 · Z₁ in dense1", text("step-place"));
    }

    private void stepBy(String what) throws TimeoutException {
        robot.clickOn("#step-action-by");
        // the first menu of a toolkit takes its time on a busy machine
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#step-by-" + what)
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        robot.clickOn("#step-by-" + what);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aClickOnTheSliderJumps() {
        openWorkedExample();
        Node slider = f.scene.lookup("#step-slider");
        Point2D middle = fx(() -> slider.localToScreen(slider.getBoundsInLocal().getWidth() * 0.7, 7));
        robot.clickOn(middle);
        assertEquals("Backward", text("step-stage"));
        assertTrue(f.lit.getLast().endsWith(" backward"), f.lit.getLast());
    }

    @Test
    void aBackwardFrameDrawsTheWayOfItsGradientFromTheLoss() {
        openWorkedExample();
        goTo("dW_{2}");
        assertEquals(
                Set.of(
                        Wire.of("relu3.out", "loss.in"),
                        Wire.of("dense3.out", "relu3.in"),
                        Wire.of("relu2.out", "dense3.in"),
                        Wire.of("dense2.out", "relu2.in")),
                f.path);
        goTo("A_{2}");
        assertEquals(Set.of(), f.path);
    }

    @Test
    void theListOfFramesJumps() {
        openWorkedExample();
        robot.clickOn("#step-jump");
        robot.type(KeyCode.DOWN, 4);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("frame 5 of 37 · Z₂ in dense2", text("step-place"));
    }

    @Test
    void aClickOnAnElementShowsTheSumOfProductsThatMadeIt() {
        openWorkedExample();
        goTo("A_{1}W_{2}");
        clickElement("step-result", 0, 2, 1);
        assertEquals("0.7 × 0.5 + 1.3 × 0.5 + 1.9 × 0.5 = 1.95", flow("step-explanation-numbers"));
        assertEquals("A₁[0, 0] × W₂[0, 2] + A₁[0, 1] × W₂[1, 2] + A₁[0, 2] × W₂[2, 2]", flow("step-explanation-names"));
        goTo("dW_{2}");
        clickElement("step-result", 1, 2, 1);
        assertEquals("1.3 × 1.1235 = 1.46055", flow("step-explanation-numbers"));
        assertEquals("W₂[1, 2]", text("step-parameter-title"));
        assertEquals("1.46055", text("step-parameter-gradient"));
    }

    @Test
    void gradientsReadNotComputedUntilTheyAre() {
        openWorkedExample();
        goTo("Z_{2}");
        assertEquals("not computed", text("step-parameter-gradient"));
        assertEquals("not computed", text("step-parameter-after"));
        assertTrue(labels("step-gradient").contains("not computed"), labels("step-gradient")::toString);
        assertEquals("not computed", ((Label) f.scene.lookup("#step-state-dense2-weight")).getText());
        // the link leads to where it is computed
        robot.clickOn((Node) f.scene.lookup("#step-gradient .nw-step-origin"));
        assertTrue(text("step-place").endsWith("dZ₂ in relu2"), text("step-place"));
        goTo("dW_{2}");
        assertEquals("0.78645", text("step-parameter-gradient"));
        assertEquals("not computed", text("step-parameter-after"));
        fx(() -> {
            f.view.goTo(recording().update("dense2.weight").orElseThrow().index());
            return null;
        });
        assertEquals("0.1", text("step-parameter-before"));
        assertEquals("0.0921355", text("step-parameter-after"));
        assertEquals("−0.0078645", text("step-parameter-change"));
        assertEquals("0.1 − 0.01 × 0.78645 = 0.0921355", flow("step-explanation-numbers"));
    }

    private List<String> labels(String id) {
        return f.scene.lookup("#" + id).lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void anOperandLeadsToTheFrameThatMadeIt() {
        openWorkedExample();
        goTo("dW_{2}");
        List<Hyperlink> links = f.scene.lookup("#step-equation").lookupAll(".nw-step-origin").stream()
                .map(Hyperlink.class::cast)
                .toList();
        assertEquals(
                List.of("from relu1 ↗", "from relu2 ↗"),
                links.stream().map(Hyperlink::getText).toList());
        robot.clickOn(links.getFirst());
        assertEquals("frame 3 of 37 · A₁ in relu1", text("step-place"));
        goTo("dW_{2}");
        // twice on an element: the frame that made it, with that element asked about
        clickElement("step-operand-1", 0, 2, 2);
        assertTrue(text("step-place").endsWith("dZ₂ in relu2"), text("step-place"));
        assertEquals("element [0, 2]", ((Label) f.scene.lookup(".nw-step-element")).getText());
    }

    @Test
    void goingBackAndForthShowsTheSameStateAgain() {
        openWorkedExample();
        robot.type(KeyCode.RIGHT, 5);
        String there = text("step-hash");
        robot.type(KeyCode.RIGHT, 3);
        assertNotEquals(there, text("step-hash"));
        robot.type(KeyCode.LEFT, 3);
        assertEquals(there, text("step-hash"));
    }

    @Test
    void batchAndSampleAreChosen() {
        open(Nets.classifier("ReLU", 4, 3), Nets.builtin("iris"), Nets.sgd(0.1).withBatchSize(8));
        goTo("Z_{1}");
        robot.clickOn("#step-sample-on");
        assertEquals("element [1, 0]", ((Label) f.scene.lookup(".nw-step-element")).getText());
        String first = flow("step-explanation-numbers");
        robot.clickOn("#step-batch-on");
        assertEquals("frame 2 of " + recording().size() + " · Z₁ in dense1", text("step-place"));
        assertEquals("element [1, 0]", ((Label) f.scene.lookup(".nw-step-element")).getText());
        assertNotEquals(first, flow("step-explanation-numbers"));
    }

    @Test
    void aClickOnALayerShowsItsFrame() {
        openWorkedExample();
        goTo("dW_{2}");
        fx(() -> {
            f.session.editor().select(Set.of("dense1"));
            return null;
        });
        assertEquals("Backward", text("step-stage"));
        assertTrue(text("step-place").endsWith("in dense1"), text("step-place"));
        assertEquals(Set.of(), f.session.selectionProperty().get());
    }

    @Test
    void whatWasTrainedMeanwhileIsRecordedWhenTheViewComesBack() {
        openWorkedExample();
        TrainingPlan plan = Nets.plan(Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01));
        try (TrainingSession run = new TrainingSession(plan, 1)) {
            run.next();
            f.moment = run::moment;
            fx(() -> {
                f.progress.set(1);
                return null;
            });
            assertEquals("0.1", text("step-parameter-before"));
            fx(() -> {
                f.view.onHidden();
                f.view.onShown();
                return null;
            });
        }
        assertEquals("0.0898885", text("step-parameter-before"));
        assertEquals("weights of the training so far", text("step-weights"));
    }

    @Test
    void wordsFollowTheLanguage() {
        openWorkedExample();
        goTo("Z_{2}");
        fx(() -> {
            f.words.setLocale(Locale.SIMPLIFIED_CHINESE);
            return null;
        });
        assertTrue(lesson().contains("责任向后传递"), lesson());
        assertEquals("前向", text("step-stage"));
        assertEquals("尚未计算", text("step-parameter-gradient"));
        assertEquals("无论输入是什么，dense2 的每个输出都加上自己的常数。", text("step-meaning"));
    }

    private String lesson() {
        return f.scene.lookup("#step-lesson").lookupAll(".nw-md-text").stream()
                .map(n -> ((Text) n).getText())
                .collect(Collectors.joining());
    }

    @Test
    void withoutDataTheViewSaysWhatIsMissing() {
        open(Nets.workedExample(), null, Nets.sgd(0.01));
        assertTrue(text("step-problem").startsWith("No data is chosen"), text("step-problem"));
        assertNull(f.view.recording());
    }

    /// Every frame of a convolutional network is shown within the time of three frames on the screen. Processor time is
    /// measured, so that other work on the machine does not count.
    @Test
    void theNextFrameIsThereAtOnce() {
        open(
                Nets.smallCnn(),
                Nets.builtin("digits"),
                Nets.sgd(0.1).withBatchSize(64).withOptimizer(Nets.adam(0.01)));
        int size = recording().size();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < size; i++) {
                int next = i;
                millis.add(fx(() -> {
                    long start = threads.getCurrentThreadCpuTime();
                    f.view.goTo(next);
                    f.scene.getRoot().applyCss();
                    f.scene.getRoot().layout();
                    return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
                }));
            }
        }
        // the first round warms up
        long[] warm = millis.subList(size, millis.size()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        assertTrue(warm[warm.length / 2] < 50, () -> "ms: " + Arrays.toString(warm));
    }
}
