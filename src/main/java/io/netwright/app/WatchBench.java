package io.netwright.app;

import io.netwright.cli.CanvasFigures.Frames;
import io.netwright.cli.WatchFigures;
import io.netwright.cli.WatchFigures.Chart;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.ProjectFile;
import io.netwright.project.Samples;
import io.netwright.train.Command;
import io.netwright.train.LossHistory;
import io.netwright.ui.FxThread;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import io.netwright.ui.training.CurveSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// What it costs to watch: the real window on JavaFX's headless platform, painted in software, while a sample project
/// is trained; the training panel in sight and out of sight by turns, so that whatever else the machine does hits both.
final class WatchBench {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int EPOCHS = 1_000_000;
    private static final int BATCHES_PER_EPOCH = 100;
    private static final int WARM_UP = 20;
    private static final int[] POINTS = {1_000, 100_000, 1_000_000};
    private static final double SMOOTHING = 0.9;
    private static final long WARM_NANOS = 4_000_000_000L;
    private static final long SWITCH_NANOS = 300_000_000L;
    private static final long SLICE_NANOS = 1_200_000_000L;

    private final int pairs;
    private final int frames;

    /// @param frames of the chart to be measured of each length; 0 for none
    WatchBench(int pairs, int frames) {
        this.pairs = pairs;
        this.frames = frames;
    }

    /// Blocks; not for the JavaFX thread.
    WatchFigures run(String sample) {
        Screenshots.startHeadless();
        List<Chart> chart = new ArrayList<>();
        for (int points : frames == 0 ? new int[0] : POINTS) {
            chart.add(FxThread.call(() -> new Chart(points, chart(points))));
        }
        ExecutorService background = Background.create();
        // a copy: what a run leaves in its folder is not to be left in the sample
        Path copies = temporary();
        try {
            Path project = copies.resolve(sample);
            Samples.get(sample).copyTo(new ProjectFile(LayerRegistry.STANDARD), project);
            return watch(sample, project, background, chart);
        } finally {
            background.shutdownNow();
            remove(copies);
        }
    }

    private WatchFigures watch(String sample, Path project, ExecutorService background, List<Chart> chart) {
        Words words = new Words(Locale.ENGLISH);
        Stage[] stage = new Stage[1];
        Desk desk = FxThread.call(() -> {
            Desk made = new Desk(
                    words,
                    new Theme(Theme.Mode.LIGHT, words),
                    Settings.forgetful(),
                    new DiskProjects(SampleProjects.folder()),
                    NetwrightApp.LOADING,
                    background,
                    WIDTH,
                    HEIGHT);
            stage[0] = new Stage();
            stage[0].setScene(made.scene());
            stage[0].show();
            return made;
        });
        FxThread.call(() -> desk.projects().open(project, new CompletableFuture<>()))
                .join();
        until(() -> desk.isSettled() && desk.session().dataProperty().get() != null);
        FxThread.call(() -> {
            desk.training().keepCheckpoints(false);
            var settings = desk.session().projectProperty().get().trainingProperty();
            settings.set(settings.get().withEpochs(EPOCHS));
            desk.training().send(new Command.Start());
            return true;
        });
        until(() -> desk.training().isRunning());
        LossHistory history = FxThread.call(() -> desk.training().history());
        rate(desk, history, ViewId.TRAIN, WARM_NANOS);
        rate(desk, history, ViewId.DESIGN, WARM_NANOS);
        double[] open = new double[pairs];
        double[] closed = new double[pairs];
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            // whichever comes first has an advantage on a machine that gets busier
            boolean first = i % 2 == 0;
            double a = rate(desk, history, first ? ViewId.TRAIN : ViewId.DESIGN, SLICE_NANOS);
            double b = rate(desk, history, first ? ViewId.DESIGN : ViewId.TRAIN, SLICE_NANOS);
            open[i] = first ? a : b;
            closed[i] = first ? b : a;
            ratios[i] = closed[i] / open[i];
        }
        FxThread.call(() -> {
            desk.session().open(null);
            stage[0].close();
            return true;
        });
        return new WatchFigures(sample, median(closed), median(open), median(ratios), chart);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("netwright-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return steps a second with that view in sight
    private static double rate(Desk desk, LossHistory history, ViewId view, long nanos) {
        FxThread.call(() -> {
            desk.show(view);
            return true;
        });
        LockSupport.parkNanos(SWITCH_NANOS);
        long steps = history.steps();
        long start = System.nanoTime();
        LockSupport.parkNanos(nanos);
        return (history.steps() - steps) * 1e9 / (System.nanoTime() - start);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /// Frames of the loss chart as the panel draws it: raw and smoothed, from the losses to the last pixel.
    private Frames chart(int points) {
        float[] losses = new float[points];
        for (int i = 0; i < points; i++) {
            losses[i] = (float) (Math.exp(-4.0 * i / points) * (1 + 0.3 * Math.sin(i * 12.9898)));
        }
        CurveSource source = new CurveSource(LossHistory.of(losses, List.of()), BATCHES_PER_EPOCH);
        CurveChart chart = new CurveChart();
        chart.setLogarithmic(true);
        Scene scene = new Scene(new StackPane(chart), WIDTH / 2.0, HEIGHT / 2.0);
        new Theme(Theme.Mode.LIGHT, new Words(Locale.ENGLISH)).attach(scene);
        WritableImage image = new WritableImage(WIDTH / 2, HEIGHT / 2);
        double[] times = new double[frames];
        for (int i = -WARM_UP; i < frames; i++) {
            long start = System.nanoTime();
            double to = Double.POSITIVE_INFINITY;
            chart.show(List.of(
                    source.losses("raw", 0, Curve.Style.FAINT, 0, to),
                    source.losses("train", SMOOTHING, Curve.Style.LINE, 0, to)));
            scene.snapshot(image);
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return Frames.of(times);
    }

    private static void until(Callable<Boolean> condition) {
        while (!FxThread.call(condition)) {
            LockSupport.parkNanos(10_000_000L);
        }
    }
}
