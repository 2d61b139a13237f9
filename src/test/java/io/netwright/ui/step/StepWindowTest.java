package io.netwright.ui.step;

import io.netwright.data.DataSpec;
import io.netwright.network.Network;
import io.netwright.train.Nets;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.Theme;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A test of the Step view in a window of its own.
abstract class StepWindowTest {

    final FxRobot robot = new FxRobot();
    StepFixture f;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(
                () -> FxToolkit.toolkitContext().getRegisteredStage().hide()));
    }

    void open(Network network, DataSpec data, TrainingSpec spec, int width, int height) {
        fx(() -> {
            f = new StepFixture(network, data, spec, Theme.Mode.LIGHT, Locale.ENGLISH, width, height);
            Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(f.scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return null;
        });
    }

    void openWorkedExample(int width, int height) {
        open(Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01), width, height);
    }

    static <T> T fx(Callable<T> task) {
        try {
            T value = WaitForAsyncUtils.asyncFx(task).get();
            WaitForAsyncUtils.waitForFxEvents();
            return value;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String id) {
        return ((Label) f.scene.lookup("#" + id)).getText();
    }
}
