package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.project.Project;
import io.netwright.tensor.Tensor;
import io.netwright.train.Nets;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.Png;
import io.netwright.ui.evaluate.TryCard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A person's own inputs are answered in the real window: rows of a table, a picture, a sentence.
class OwnInputTest extends DiskDeskTest {

    private static final int LARGER = 7;

    @Start
    void start(Stage window) {
        stage = window;
    }

    private void judge(FxRobot robot, Project project) {
        fx(() -> {
            open(stage, project);
            return true;
        });
        untilOpen();
        train();
        press(robot, "rail-evaluate");
        until("it is judged", () -> robot.lookup("#evaluate-try").tryQuery().isPresent() && desk.isSettled());
    }

    private void load(FxRobot robot, Path file) {
        fx(() -> {
            robot.lookup("#evaluate-try").queryAs(TryCard.class).openFile(file);
            return true;
        });
    }

    private DataSet raw() {
        return fx(() -> Objects.requireNonNull(desk.session().dataProperty().get()))
                .data()
                .raw();
    }

    /// The class of a sample, from weights and prepared features alone.
    private int answer(int sample, int classes) throws Exception {
        DataSet data = fx(() ->
                        Objects.requireNonNull(desk.session().dataProperty().get()))
                .data()
                .prepared();
        var weights = fx(() -> desk.training().weights()).get(20, TimeUnit.SECONDS);
        Tensor w = weights.find("dense1.weight").orElseThrow();
        Tensor b = weights.find("dense1.bias").orElseThrow();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double z = b.get(c);
            for (int f = 0; f < data.width(); f++) {
                z += data.feature(sample, f) * w.get(f * classes + c);
            }
            best = z > most ? c : best;
            most = Math.max(most, z);
        }
        return best;
    }

    @Test
    void eachRowOfATableIsAnswered(FxRobot robot) throws Exception {
        judge(robot, iris(10));
        DataSet raw = raw();
        int[] samples = {0, 60, 120};
        StringBuilder csv = new StringBuilder();
        for (int s : samples) {
            for (int f = 0; f < 4; f++) {
                csv.append(f == 0 ? "" : ",").append(raw.feature(s, f));
            }
            csv.append('\n');
        }
        Path file = folder.resolve("own.csv");
        Files.writeString(file, csv);
        load(robot, file);
        until("all are answered", () -> robot.lookup("#try-row-2").tryQuery().isPresent());
        for (int i = 0; i < samples.length; i++) {
            String name = raw.target().classNames().get(answer(samples[i], 3));
            assertEquals("row " + (i + 1) + ": " + name, text(robot, "try-row-" + i));
        }
        assertFalse(isShown(robot, "#try-row-3"));

        Files.writeString(file, "1,2\n3,4\n");
        load(robot, file);
        until("it is refused", () -> desk.notices().getChildren().size() == 1);
        assertTrue(fx(() -> desk.notices().lookup(".nw-notice .label") instanceof Labeled l
                && l.getText().contains("neither the columns that the network takes")));
    }

    @Test
    void aPictureIsMadeAsSmallAsTheNetworkTakesIt(FxRobot robot) throws Exception {
        judge(
                robot,
                Project.empty("digits")
                        .withDesign(new Design(
                                Nets.chain(
                                        Nets.input(),
                                        Node.of("flat", "Flatten"),
                                        Nets.dense("dense1", 10),
                                        Node.of("loss", "CrossEntropy")),
                                Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Builtin("digits")))
                        .withTraining(TrainingSpec.DEFAULT.withEpochs(4).withOptimizer(Nets.adam(0.01))));
        DataSet raw = raw();
        // dark on light, as on paper
        load(robot, picture(raw, 3, ink -> 1 - ink));
        until("it is seen", () -> !text(robot, "try-answer").isEmpty());
        fx(() -> {
            robot.lookup("#try-invert").queryButton().fire();
            return true;
        });
        isReadAs(robot, answer(3, 10));
        Set<Integer> answers = new HashSet<>();
        for (int sample : new int[] {0, 1, 4}) {
            load(robot, picture(raw, sample, ink -> ink));
            isReadAs(robot, answer(sample, 10));
            answers.add(answer(sample, 10));
        }
        assertEquals(3, answers.size(), "each is another digit than the one before");

        Path none = folder.resolve("none.png");
        Files.writeString(none, "no picture");
        load(robot, none);
        until("it is refused", () -> desk.notices().getChildren().size() == 1);
        assertTrue(fx(() -> desk.notices().lookup(".nw-notice .label") instanceof Labeled l
                && l.getText().equals("“none.png” cannot be read as a picture.")));
    }

    /// A sample in a file: larger, and wider than high, so that only its middle counts.
    private Path picture(DataSet raw, int sample, DoubleUnaryOperator light) throws IOException {
        WritableImage picture = new WritableImage(12 * LARGER, 8 * LARGER);
        for (int y = 0; y < 8 * LARGER; y++) {
            for (int x = 0; x < 12 * LARGER; x++) {
                int col = x / LARGER - 2;
                double ink = col < 0 || col > 7 ? 1 : raw.feature(sample, y / LARGER * 8 + col) / 16;
                picture.getPixelWriter().setColor(x, y, Color.gray(light.applyAsDouble(ink)));
            }
        }
        Path file = folder.resolve("picture.png");
        try (OutputStream out = Files.newOutputStream(file)) {
            Png.write(picture, out);
        }
        return file;
    }

    private void isReadAs(FxRobot robot, int digit) {
        until("it is read as " + digit, () -> text(robot, "try-answer").equals(Integer.toString(digit)));
    }

    @Test
    void aSentenceIsGoneOnWith(FxRobot robot) throws Exception {
        Files.createDirectories(home());
        Files.writeString(home().resolve("t.txt"), "abcd ".repeat(60));
        judge(
                robot,
                Project.empty("letters")
                        .withDesign(new Design(
                                Nets.chain(
                                        Node.of("tokens", "TokenInput"),
                                        Node.of("table", "Embedding").with("width", PropValue.of(8L)),
                                        Nets.dense("scores", 5),
                                        Node.of("loss", "CrossEntropy")),
                                Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Text("t.txt", 8, 8)))
                        .withTraining(TrainingSpec.DEFAULT
                                .withEpochs(40)
                                .withBatchSize(8)
                                .withOptimizer(Nets.adam(0.05))));
        type(robot, "ab");
        until("it goes on", () -> text(robot, "try-answer").startsWith("abcd abcd"));
        assertEquals("c", first(robot));
        type(robot, "d abcd");
        until("it goes on", () -> text(robot, "try-answer").startsWith("d abcd abcd"));
        assertEquals("␣", first(robot));
        type(robot, "abx");
        until("it is refused", () -> isShown(robot, "#try-problem"));
        assertTrue(text(robot, "try-problem").contains("x"));
        assertEquals("", text(robot, "try-answer"));
    }

    private void type(FxRobot robot, String text) {
        fx(() -> {
            robot.lookup("#try-sentence").queryAs(TextField.class).setText(text);
            return true;
        });
    }

    /// What is expected first.
    private static String first(FxRobot robot) {
        return fx(() -> robot.lookup("#try-bars .label").queryAs(Labeled.class).getText());
    }
}
