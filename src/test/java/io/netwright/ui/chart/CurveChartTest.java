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
import javafx.scene.canvas.Canvas;
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

    @Test
    void ticksAndTitlesKeepTheFaceOfTheLanguageHoweverOftenTheyAreDrawn(FxRobot robot) {
        double[] x = {0, 1, 2, 3};
        for (int i = 0; i < 3; i++) {
            show(new Curve("a", "train", Curve.Tone.TRAIN, Curve.Style.LINE, x, new double[] {i, 2, 1, 3}));
            assertEquals("Inter", face(), "after drawing " + (i + 1) + " times");
        }
        Platform.runLater(() -> chart.setTitles("把握", "实际正确率"));
        WaitForAsyncUtils.waitForFxEvents();
        show(new Curve("a", "train", Curve.Tone.TRAIN, Curve.Style.LINE, x, new double[] {3, 2, 1, 3}));
        assertEquals("Noto Sans CJK SC", face(), "the face that has the title's characters");
    }

    @Test
    void inChineseTheChartHasTheFaceOfTheRest(FxRobot robot) {
        Platform.runLater(
                () -> new Theme(Theme.Mode.LIGHT, new Words(Locale.SIMPLIFIED_CHINESE)).attach(chart.getScene()));
        show(new Curve("a", "train", Curve.Tone.TRAIN, Curve.Style.LINE, new double[] {0, 1}, new double[] {3, 2}));
        assertEquals("Noto Sans CJK SC", face());
    }

    @Test
    void theCrosshairSaysWhatEveryCurveIsThere(FxRobot robot) {
        double[] x = {0, 1, 2, 3};
        Platform.runLater(() -> chart.setPlaceNames(at -> "place " + Math.round(at)));
        show(
                new Curve("a", "train", Curve.Tone.TRAIN, Curve.Style.LINE, x, new double[] {4, 3, 2, 1}),
                new Curve("b", "short", Curve.Tone.VALIDATION, Curve.Style.LINE, new double[] {0, 1}, new double[] {7, 8
                }));
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(chart);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("place 2", robot.lookup("#crosshair-head").queryLabeled().getText(), "the middle of 0 to 3.06");
        List<String> said =
                robot.from(robot.lookup("#crosshair-values").queryAll()).lookup(".label").queryAll().stream()
                        .map(n -> ((javafx.scene.control.Labeled) n).getText())
                        .toList();
        assertEquals(List.of("place 2", "train", "2"), said, "the other curve has nothing there");
    }

    @Test
    void aPictureInSvgHasEveryCurveWithItsGapsAndIsWellFormed(FxRobot robot) throws Exception {
        double[] x = {0, 1, 2, 3, 4};
        show(
                new Curve("a", "a < b & c", Curve.Tone.TRAIN, Curve.Style.LINE, x, new double[] {
                    1, 10, Double.NaN, 100, 10
                }),
                new Curve("b", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, x, new double[] {1, 1, 1, 1, 1}));
        Platform.runLater(() -> chart.setLogarithmic(true));
        WaitForAsyncUtils.waitForFxEvents();
        String svg = WaitForAsyncUtils.waitForAsyncFx(2000, () -> {
            chart.getScene().snapshot(null);
            return chart.svg();
        });
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var paths = document.getElementsByTagName("path");
        assertEquals(2, paths.getLength());
        String d = paths.item(0).getAttributes().getNamedItem("d").getTextContent();
        assertEquals(2, d.chars().filter(c -> c == 'M').count(), "a gap where there is no number: " + d);
        String[] points = d.replaceAll("[ML]", " ").strip().split(" +");
        double first = Double.parseDouble(points[1]);
        double ten = Double.parseDouble(points[3]);
        double hundred = Double.parseDouble(points[5]);
        assertEquals(first - ten, ten - hundred, 0.05, "a decade is as high as the next");
        assertTrue(svg.contains("a &lt; b &amp; c"));
    }

    /// @return the family that the canvas draws with
    private String face() {
        return WaitForAsyncUtils.waitForAsyncFx(1000, () -> {
            chart.getScene().snapshot(null);
            return chart.getChildrenUnmodifiable().stream()
                    .filter(Canvas.class::isInstance)
                    .map(c -> ((Canvas) c).getGraphicsContext2D().getFont().getFamily())
                    .findFirst()
                    .orElseThrow();
        });
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
