package io.netwright.app;

import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A test of the real window with a small project open: input, dense (3 units), loss. The background works at once, so
/// that nothing has to be waited for but the JavaFX thread.
@ExtendWith(ApplicationExtension.class)
abstract class DeskTest {

    static final Path FOLDER = Path.of("little");
    private static final Executor AT_ONCE = Runnable::run;

    final MemoryProjects store = new MemoryProjects();
    final Words words = new Words(Locale.ENGLISH);
    Theme theme;
    Desk desk;
    Stage stage;

    /// Opens the window. TestFX finds a `Start` method only in the test class itself, so each has one that calls this.
    void open(Stage window) {
        stage = window;
        theme = new Theme(Theme.Mode.LIGHT, words);
        store.projects.put(FOLDER, Project.empty("little").withDesign(design()));
        desk = new Desk(
                words,
                theme,
                Settings.forgetful(),
                store,
                (spec, folder) -> {
                    throw new AssertionError("no data here");
                },
                AT_ONCE,
                1000,
                700);
        stage.setScene(desk.scene());
        stage.show();
        desk.projects().open(FOLDER);
    }

    private static Design design() {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input").with("shape", PropValue.ints(3)),
                        Node.of("dense1", "Dense").with("units", PropValue.of(3L)),
                        Node.of("mse1", "MSE")),
                List.of(Wire.of("input1.out", "dense1.in"), Wire.of("dense1.out", "mse1.in")));
        Layout layout = Layout.EMPTY.with(
                Map.of("input1", new Position(0, 0), "dense1", new Position(220, 0), "mse1", new Position(440, 0)));
        return new Design(network, layout);
    }

    Network network() {
        return desk.session().network();
    }

    void select(FxRobot robot, String... nodes) {
        robot.interact(() -> desk.session().editor().select(List.of(nodes)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
