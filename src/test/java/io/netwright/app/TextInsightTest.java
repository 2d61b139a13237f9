package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.project.Project;
import io.netwright.train.Nets;
import io.netwright.train.TrainingSpec;
import java.nio.file.Files;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a network of text knows, in the real window: it writes, its tokens lie in a plane, and its attention is seen.
class TextInsightTest extends DiskDeskTest {

    private static final int HEADS = 2;
    private static final int STEPS = 8;

    @Start
    void start(Stage window) throws Exception {
        Files.createDirectories(home());
        Files.writeString(home().resolve("t.txt"), "abcd ".repeat(60));
        open(
                window,
                Project.empty("letters")
                        .withDesign(new Design(
                                Nets.chain(
                                        Node.of("tokens", "TokenInput"),
                                        Node.of("table", "Embedding").with("width", PropValue.of(8L)),
                                        Node.of("attend", "MultiHeadAttention")
                                                .with("heads", PropValue.of((long) HEADS))
                                                .with("causal", PropValue.of(true)),
                                        Nets.dense("scores", 5),
                                        Node.of("loss", "CrossEntropy")),
                                Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Text("t.txt", STEPS, STEPS)))
                        .withTraining(TrainingSpec.DEFAULT
                                .withEpochs(30)
                                .withBatchSize(8)
                                .withOptimizer(Nets.adam(0.03))));
    }

    private void trained(FxRobot robot) {
        untilOpen();
        press(robot, "rail-train");
        train();
        until("it has written", () -> desk.isSettled() && written(robot).length() > 100);
    }

    private String written(FxRobot robot) {
        return robot.lookup("#written-text")
                .tryQueryAs(Text.class)
                .map(Text::getText)
                .orElse("");
    }

    @Test
    void itWritesAsTheTemperatureSays(FxRobot robot) {
        trained(robot);
        enter(robot, "written-begin", "ab");
        enter(robot, "written-temperature", "0");
        until("it takes the likeliest", () -> written(robot).startsWith("cd abcd abcd"));
        assertEquals(
                "ab",
                fx(() -> robot.lookup("#written-prompt").queryAs(Text.class).getText()));
        enter(robot, "written-temperature", "50");
        until("it draws evenly", () -> !written(robot).startsWith("cd abcd abcd"));
        String first = fx(() -> written(robot));
        enter(robot, "written-seed", "2");
        until("it draws others", () -> !written(robot).equals(first));
        enter(robot, "written-temperature", "cold");
        until("nonsense gives way", () -> field(robot, "written-temperature").equals("0.8"));
        assertNotEquals("", fx(() -> written(robot)));
    }

    private static String field(FxRobot robot, String id) {
        return robot.lookup("#" + id)
                .queryAs(javafx.scene.control.TextField.class)
                .getText();
    }

    @Test
    void attentionIsSeenHeadByHeadAndTokensLieInAPlane(FxRobot robot) {
        trained(robot);
        robot.clickOn("#layer-attend");
        until("it is looked at closely", () -> isShown(robot, "#layer-outputs"));
        Label title = robot.from(robot.lookup("#layer-outputs").queryAll())
                .lookup(".label")
                .queryAs(Label.class);
        assertEquals("attention by head 2 × 8 × 8: a row looks at columns", fx(title::getText));
        ImageView maps = robot.from(robot.lookup("#layer-outputs").queryAll())
                .lookup(".image-view")
                .queryAs(ImageView.class);
        // a grid of maps, a pixel apart; what a causal head may not see has no colour
        assertEquals(HEADS * (STEPS + 1) - 1, fx(() -> maps.getImage().getWidth()));
        int never = fx(() -> maps.getImage().getPixelReader().getArgb(STEPS - 1, 0));
        int always = fx(() -> maps.getImage().getPixelReader().getArgb(0, 0));
        assertTrue(never >>> 24 < always >>> 24, "the first step sees itself and not the last");
        assertFalse(isShown(robot, "#layer-plane"), "it has no vector for each token");

        press(robot, "layers-back");
        robot.clickOn("#layer-table");
        until(
                "its tokens are there",
                () -> isShown(robot, "#layer-plane") && places(robot).contains("␣@"));
        assertEquals(5, fx(() -> places(robot).split(" ").length));
        String pca = fx(() -> places(robot));
        press(robot, "plane-tsne");
        until("they lie elsewhere", () -> !places(robot).equals(pca));
    }

    /// Each token with its place.
    private static String places(FxRobot robot) {
        StringBuilder places = new StringBuilder();
        robot.from(robot.lookup("#layer-plane").queryAll()).lookup(".label").queryAllAs(Label.class).stream()
                .filter(l -> !l.isManaged())
                .forEach(l -> places.append(l.getText())
                        .append('@')
                        .append(Math.round(l.getLayoutX()))
                        .append(',')
                        .append(Math.round(l.getLayoutY()))
                        .append(' '));
        return places.toString();
    }
}
