package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.train.Snapshot;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
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
    void end() {
        fx(() -> {
            desk.session().open(null);
            return true;
        });
        background.shutdown();
    }

    /// Where the project lies.
    Path home() {
        return folder.resolve("project");
    }

    Network network() {
        return fx(() -> desk.session().network());
    }

    Snapshot snapshot() {
        return Objects.requireNonNull(
                fx(() -> desk.training().snapshotProperty().get()));
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
        Node button = fx(() -> robot.lookup("#" + id).query());
        assertTrue(fx(() -> button.isVisible() && !button.isDisabled()), () -> "cannot press " + id);
        robot.clickOn(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    String text(FxRobot robot, String id) {
        return fx(() -> robot.lookup("#" + id).queryAs(Labeled.class).getText());
    }

    boolean isShown(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent());
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
