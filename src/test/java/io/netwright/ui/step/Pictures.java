package io.netwright.ui.step;

import io.netwright.train.Nets;
import io.netwright.ui.Png;
import io.netwright.ui.Theme;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class Pictures {
    private StepFixture f;

    @Test
    void draw() throws Exception {
        FxToolkit.registerPrimaryStage();
        Path dir = Files.createDirectories(Path.of(System.getProperty("pictures", "/tmp/steppics")));
        for (Theme.Mode mode : Theme.Mode.values()) {
            for (Locale locale : java.util.List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                String tag = mode.key() + "-" + locale.getLanguage();
                open(new Object[] {Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01)}, mode, locale);
                boolean all = mode == Theme.Mode.DARK && locale == Locale.ENGLISH;
                int n = f.view.recording().size();
                for (int i = 0; i < n; i++) {
                    if (all || i == 0 || i == 20 || i == 29 || i == 33) {
                        save(dir.resolve("worked-" + tag + "-" + String.format("%02d", i) + ".png"), i);
                    }
                }
            }
        }
        open(
                new Object[] {
                    Nets.smallCnn(),
                    Nets.builtin("digits"),
                    Nets.sgd(0.1).withBatchSize(32).withOptimizer(Nets.adam(0.01))
                },
                Theme.Mode.DARK,
                Locale.ENGLISH);
        int n = f.view.recording().size();
        for (int i = 0; i < n; i++) {
            save(dir.resolve("cnn-" + String.format("%02d", i) + ".png"), i);
        }
    }

    private void open(Object[] what, Theme.Mode mode, Locale locale) {
        WaitForAsyncUtils.asyncFx(() -> {
            f = new StepFixture(
                    (io.netwright.network.Network) what[0],
                    (io.netwright.data.DataSpec) what[1],
                    (io.netwright.train.TrainingSpec) what[2],
                    mode,
                    locale,
                    1222,
                    756);
            Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(f.scene);
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void save(Path file, int frame) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> f.view.goTo(frame));
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
                    try (OutputStream out = Files.newOutputStream(file)) {
                        Png.write(f.scene.snapshot(null), out);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .get();
    }
}
