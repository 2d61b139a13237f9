package io.netwright.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.ui.Png;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CurveChartTest {

    private CurveChart chart;
    private Theme theme;

    @Start
    void start(Stage stage) {
        chart = new CurveChart();
        Scene scene = new Scene(new StackPane(chart), 600, 300);
        theme = new Theme(Theme.Mode.LIGHT, new Words(Locale.ENGLISH));
        theme.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void drawsItsCurvesInTheColoursOfTheTheme(FxRobot robot) {
        double[] x = {0, 1, 2, 3};
        show(new Curve("a", "train", Curve.Tone.TRAIN, Curve.Style.LINE, x, new double[] {2.3, 1.2, 0.6, 0.3}));
        assertEquals(4, chart.points());
        assertTrue(colours().contains(0xff2563eb), "the light theme's blue is on the picture");
        Platform.runLater(() -> theme.modeProperty().set(Theme.Mode.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(colours().contains(0xff6aa5ff), "the dark theme's blue is on the picture");
    }

    @Test
    void aLogarithmicAxisTakesWhatALinearOneTakes(FxRobot robot) {
        double[] x = new double[1000];
        double[] y = new double[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i % 100 == 7 ? Double.NaN : Math.exp(-i / 100.0);
        }
        Platform.runLater(() -> chart.setLogarithmic(true));
        show(new Curve("a", "train", Curve.Tone.VALIDATION, Curve.Style.LINE, x, y));
        assertTrue(colours().contains(0xffea7a2f));
        assertTrue(chart.isLogarithmic());
    }

    private void show(Curve... curves) {
        Platform.runLater(() -> chart.show(List.of(curves)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Set<Integer> colours() {
        Set<Integer> seen = new HashSet<>();
        var _ = WaitForAsyncUtils.asyncFx(() -> {
            WritableImage image = chart.getScene().snapshot(null);
            for (int i = 0; i < image.getWidth(); i++) {
                for (int j = 0; j < image.getHeight(); j++) {
                    seen.add(image.getPixelReader().getArgb(i, j));
                }
            }
            String folder = System.getProperty("netwright.pictures");
            if (folder != null) {
                Path file = Path.of(folder, "chart-" + theme.mode().key() + chart.isLogarithmic() + ".png");
                try (OutputStream out = Files.newOutputStream(file)) {
                    Png.write(image, out);
                }
            }
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return seen;
    }
}
