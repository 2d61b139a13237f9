package io.netwright.app;

import io.netwright.cli.CanvasFigures.Frames;
import io.netwright.cli.Desktop.Teaching;
import io.netwright.cli.StepFigures;
import io.netwright.step.StepRecording;
import io.netwright.ui.Action;
import io.netwright.ui.FxThread;
import io.netwright.ui.Theme;
import io.netwright.ui.ViewId;
import io.netwright.ui.step.StepView;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// How quickly the step view follows: from a press on Next to the last pixel of the window, in software at 1280 x 800.
/// Styles, layout and painting of the whole window are in it, so that a real window, which paints only what changed, is
/// rather faster.
final class StepBench {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int WARM_UP = 100;

    private final int frames;

    /// @param frames how many are measured
    StepBench(int frames) {
        this.frames = frames;
    }

    /// Goes through the frames of a sample project's first step, and through them again as often as needed. Blocks; not
    /// for the JavaFX thread.
    StepFigures run(String sample) {
        Screenshots.startHeadless();
        Screenshots.Shot shot = new Screenshots.Shot(
                SampleProjects.folder().resolve(sample),
                ViewId.STEP,
                Theme.Mode.DARK,
                Locale.ENGLISH,
                WIDTH,
                HEIGHT,
                null,
                new Teaching(false, null));
        ExecutorService background = Background.create();
        CompletableFuture<StepFigures> figures = new CompletableFuture<>();
        try {
            FxThread.run(() -> {
                var _ = Screenshots.opened(shot, background)
                        .thenCompose(desk -> {
                            desk.show(ViewId.STEP);
                            return Screenshots.settled(desk).thenApply(done -> measure(sample, desk));
                        })
                        .whenComplete((made, failure) -> {
                            if (failure == null) {
                                figures.complete(made);
                            } else {
                                figures.completeExceptionally(failure);
                            }
                        });
            });
            return figures.join();
        } finally {
            background.shutdownNow();
        }
    }

    private StepFigures measure(String sample, Desk desk) {
        StepView steps = desk.steps();
        StepRecording recording = steps.recording();
        if (recording == null) {
            throw new IllegalStateException(sample + " cannot be stepped through");
        }
        Action next = steps.actions().stream()
                .filter(a -> a.key().equals("step.action.next"))
                .findFirst()
                .orElseThrow();
        Scene scene = desk.scene();
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        double[] times = new double[frames];
        for (int i = -WARM_UP; i < frames; i++) {
            if (steps.frameProperty().getValue() == recording.size() - 1) {
                steps.goTo(0);
                scene.snapshot(image);
            }
            long start = System.nanoTime();
            next.run();
            scene.snapshot(image);
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new StepFigures(sample, recording.size(), Frames.of(times));
    }
}
