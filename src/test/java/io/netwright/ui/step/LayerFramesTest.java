package io.netwright.ui.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.op.AttentionSoftmax;
import io.netwright.op.HeadMatMul;
import io.netwright.op.Op;
import io.netwright.step.OpFrame;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.train.Nets;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.step.Plane.Cell;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What the frames of attention and batch-norm show besides their numbers.
class LayerFramesTest extends StepWindowTest {

    private static final int STEPS = 6;
    private static final int WIDTH = 8;
    private static final int HEADS = 2;

    private void open(Network network, DataSpec data, TrainingSpec spec) {
        open(network, data, spec, 1200, 900);
    }

    private void openAttention() {
        open(
                Nets.chain(
                        Node.of("tokens", "TokenInput"),
                        Node.of("embedding1", "Embedding").with("width", PropValue.of(WIDTH)),
                        Node.of("attention1", "MultiHeadAttention")
                                .with("heads", PropValue.of(HEADS))
                                .with("causal", PropValue.of(true)),
                        Nets.dense("logits", 74),
                        Node.of("loss", "CrossEntropy")),
                DataSpec.of(new DataSource.Text("sample-projects/tiny-gpt/moby-dick.txt", STEPS, 4096)),
                Nets.sgd(0.1).withBatchSize(2));
    }

    private void goTo(Stage stage, Predicate<Op> op) {
        StepRecording recording = f.view.recording();
        fx(() -> {
            f.view.goTo(recording.frames().stream()
                    .filter(x -> x.stage() == stage
                            && x instanceof OpFrame o
                            && op.test(o.instruction().op()))
                    .findFirst()
                    .orElseThrow()
                    .index());
            return null;
        });
    }

    private void goTo(Stage stage, String node) {
        fx(() -> {
            f.view.goTo(f.view.recording().layers().stream()
                    .filter(g -> g.stage() == stage && g.node().equals(node))
                    .findFirst()
                    .orElseThrow()
                    .first());
            return null;
        });
    }

    private void ask(Integer... element) {
        fx(() -> {
            f.view.ask(List.of(element));
            return null;
        });
    }

    private MatrixGrid grid(String pane) {
        return fx(() -> (MatrixGrid) f.scene.lookup("#" + pane + " .nw-matrix-grid"));
    }

    private static boolean isScores(Op op) {
        return op instanceof HeadMatMul m && m.kind() == HeadMatMul.Kind.SCORES;
    }

    private static Set<Cell> row(int row, int from, int to) {
        return IntStream.range(from, to).mapToObj(c -> new Cell(row, c)).collect(Collectors.toSet());
    }

    @Test
    void aScoreRingsItsQueryAndItsKey() {
        openAttention();
        goTo(Stage.FORWARD, LayerFramesTest::isScores);
        ask(1, 1, 5, 2);
        assertEquals(new Cell(5, 2), grid("step-result").crossed());
        int wide = WIDTH / HEADS;
        assertEquals(row(5, wide, 2 * wide), grid("step-operand-0").lit(), "the query of step 5 in head 1");
        assertEquals(row(2, wide, 2 * wide), grid("step-operand-1").lit(), "the key of step 2 in head 1");
        assertNull(grid("step-operand-0").crossed(), "queries are no scores");
        List<String> labels = labels("step-result");
        assertTrue(labels.contains("Head"), labels::toString);
        assertTrue(labels.stream().anyMatch(l -> l.startsWith("Rows are queries")), labels::toString);
    }

    private List<String> labels(String id) {
        return fx(() -> f.scene.lookup("#" + id).lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    @Test
    void whatACausalMaskHidesIsHatchedOnTheWayForwardAndBack() {
        openAttention();
        goTo(Stage.FORWARD, LayerFramesTest::isScores);
        assertCausal("step-result");
        goTo(Stage.FORWARD, AttentionSoftmax.class::isInstance);
        assertCausal("step-operand-0");
        assertCausal("step-result");
        ask(0, 0, 3, 1);
        assertEquals(new Cell(3, 1), grid("step-operand-0").crossed());
        assertHatched(0, STEPS - 1, true);
        assertHatched(STEPS - 1, 1, false);
        goTo(Stage.BACKWARD, LayerFramesTest::isScores);
        assertCausal("step-result");
    }

    private void assertCausal(String pane) {
        MatrixGrid grid = grid(pane);
        for (int t = 0; t < STEPS; t++) {
            for (int s = 0; s < STEPS; s++) {
                assertEquals(s > t, grid.isMasked(new Cell(t, s)), t + ", " + s);
            }
        }
    }

    /// On a hatched cell, one line of the hatching and the ground between two of them are of different colours.
    private void assertHatched(int row, int col, boolean hatched) {
        MatrixGrid grid = grid("step-result");
        PixelReader pixels = fx(() -> grid.snapshot(null, null).getPixelReader());
        int x = (int) grid.widthOf(col);
        int y = 15 + row * 31;
        int line = pixels.getArgb(x + 7, y + 6);
        int ground = pixels.getArgb(x + 4, y + 6);
        if (hatched) {
            assertNotEquals(ground, line);
        } else {
            assertEquals(ground, line);
        }
    }

    @Test
    void theBackwardFramesOfABatchNormNameItsThreeWaysAndLeadToThem() {
        open(
                Nets.chain(
                        Nets.input(),
                        Nets.dense("dense1", 4),
                        Node.of("bn1", "BatchNorm"),
                        Nets.dense("dense2", 3),
                        Node.of("loss", "CrossEntropy")),
                Nets.builtin("iris"),
                Nets.sgd(0.1).withBatchSize(8));
        StepRecording recording = f.view.recording();
        javafx.scene.Node card = f.scene.lookup("#step-batchnorm");
        goTo(Stage.FORWARD, "bn1");
        assertFalse(card.isVisible());
        goTo(Stage.BACKWARD, "bn1");
        assertTrue(card.isVisible());
        assertTrue(labels("step-batchnorm")
                .containsAll(
                        List.of("Directly", "Through the variance of the batch", "Through the mean of the batch")));
        Hyperlink last =
                fx(() -> (Hyperlink) f.scene.lookup("#step-batchnorm-mean").lookupAll(".nw-step-origin").stream()
                        .reduce((a, b) -> b)
                        .orElseThrow());
        new FxRobot().interact(last::fire);
        WaitForAsyncUtils.waitForFxEvents();
        int shown = f.view.frameProperty().getValue();
        assertEquals("Broadcast", recording.frame(shown).op());
        assertTrue(labels("step-batchnorm-mean").contains("◂ this frame"));
        assertFalse(labels("step-batchnorm-direct").contains("◂ this frame"));
    }
}
