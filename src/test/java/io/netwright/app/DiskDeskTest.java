package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.train.Command;
import io.netwright.train.Nets;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A test of the real window on a project on disk, with the program's own background and training threads. What takes
/// time is waited for by what comes of it.
@ExtendWith(ApplicationExtension.class)
abstract class DiskDeskTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    final Words words = new Words(Locale.ENGLISH);
    final ExecutorService background = Background.create();
    Desk desk;
    Stage stage;

    /// Opens the window on a project that is written to disk first. TestFX finds a `Start` method only in the test
    /// class itself, so each has one that calls this.
    void open(Stage window, Project project) {
        new ProjectFile(LayerRegistry.STANDARD).create(home(), project);
        stage = window;
        desk = new Desk(
                words,
                new Theme(Theme.Mode.LIGHT, words),
                Settings.forgetful(),
                new DiskProjects(folder.resolve("no-samples")),
                NetwrightApp.LOADING,
                background,
                1280,
                800);
        NetwrightApp.askBeforeClosing(stage, desk.projects());
        stage.setScene(desk.scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        desk.projects().open(home());
    }

    @AfterEach
    void end() throws InterruptedException {
        fx(() -> {
            desk.session().open(null);
            return true;
        });
        background.shutdown();
        // what is still written is written before the folder is thrown away
        background.awaitTermination(SECONDS, TimeUnit.SECONDS);
    }

    /// Where the project lies.
    Path home() {
        return folder.resolve("project");
    }

    Network network() {
        return fx(() -> desk.session().network());
    }

    /// Irises and one layer, which can tell them apart.
    static Project iris(int epochs) {
        return Project.empty("iris")
                .withDesign(new Design(
                        Nets.chain(Nets.input(), Nets.dense("dense1", 3), Node.of("loss", "CrossEntropy")),
                        Layout.EMPTY))
                .withData(Nets.builtin("iris"))
                .withTraining(TrainingSpec.DEFAULT
                        .withEpochs(epochs)
                        .withBatchSize(16)
                        .withOptimizer(Nets.adam(0.05)));
    }

    /// Irises and two layers whose weights are all 1e30: what the second makes of what the first makes is beyond the
    /// largest number of float32, 3.4e38.
    static Project overflowing() {
        PropValue huge = PropValue.fields(Map.of("type", PropValue.of("constant"), "value", PropValue.of(1e30)));
        return iris(3).withDesign(new Design(
                Nets.chain(
                        Nets.input(),
                        Nets.dense("dense1", 4).with("weightInit", huge),
                        Nets.dense("dense2", 3).with("weightInit", huge),
                        Node.of("loss", "CrossEntropy")),
                Layout.EMPTY));
    }

    /// Trains to the end, without a look.
    void train() {
        fx(() -> {
            desk.training().send(new Command.Start());
            return true;
        });
        untilFinished();
    }

    void untilFinished() {
        until("the run is finished", () -> {
            Snapshot s = desk.training().snapshotProperty().get();
            return s != null && s.state() == Snapshot.State.FINISHED;
        });
    }

    /// How the training goes, as the window knows it.
    Snapshot snapshot() {
        return Objects.requireNonNull(
                fx(() -> desk.training().snapshotProperty().get()));
    }

    /// The first weight of `dense1`.
    double weight() {
        try {
            return fx(() -> desk.training().weights())
                    .get(SECONDS, TimeUnit.SECONDS)
                    .find("dense1.weight")
                    .orElseThrow()
                    .get(0);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits until the project is open and everything about it known.
    void untilOpen() {
        until("the project is open", () -> desk.session().projectProperty().get() != null && desk.isSettled());
    }

    /// Waits until something is true on the JavaFX thread.
    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("not in " + SECONDS + " s: " + what, e);
        }
    }

    static <T> T fx(Callable<T> task) {
        T value = WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), task);
        WaitForAsyncUtils.waitForFxEvents();
        return value;
    }

    /// Presses a button as a person does: one that is there, in sight and enabled.
    void press(FxRobot robot, String id) {
        javafx.scene.Node button = fx(() -> {
            // what has just changed its words moves with the next pulse, which a busy machine is late with
            desk.scene().getRoot().applyCss();
            desk.scene().getRoot().layout();
            return robot.lookup("#" + id).query();
        });
        assertTrue(fx(() -> button.isVisible() && !button.isDisabled()), () -> "cannot press " + id);
        robot.clickOn(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    String text(FxRobot robot, String id) {
        return fx(() -> robot.lookup("#" + id).queryAs(Labeled.class).getText());
    }

    /// Whether there is such a thing, and neither it nor what it is in is hidden.
    boolean isShown(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query)
                .tryQuery()
                .filter(n -> Stream.<javafx.scene.Node>iterate(n, Objects::nonNull, javafx.scene.Node::getParent)
                        .allMatch(javafx.scene.Node::isVisible))
                .isPresent());
    }

    /// Writes into a field in place of what is there, and Enter.
    void enter(FxRobot robot, String id, String text) {
        robot.clickOn("#" + id);
        fx(() -> {
            robot.lookup("#" + id).queryAs(TextField.class).selectAll();
            return true;
        });
        robot.write(text);
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
