package io.netwright.app;

import io.netwright.cli.Desktop.Teaching;
import io.netwright.exchange.AtomicFile;
import io.netwright.step.StepRecording;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Command;
import io.netwright.ui.FxThread;
import io.netwright.ui.Png;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.step.StepView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Takes pictures of the real window without a display: the same desk as the program's, in a scene of the wished size,
/// drawn by JavaFX's own software renderer on its headless platform.
public final class Screenshots {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// What is to be on the picture.
    ///
    /// @param project the project's folder
    /// @param view    which view
    /// @param theme   light or dark
    /// @param locale  the language
    /// @param width   of the picture, in pixels
    /// @param height  of the picture, in pixels
    /// @param frame   of the step view, from 1; null for where the view begins
    /// @param teaching a lesson that is played, and whether all is drawn large
    public record Shot(
            Path project,
            ViewId view,
            Theme.Mode theme,
            Locale locale,
            int width,
            int height,
            @Nullable Integer frame,
            Teaching teaching) {}

    private Screenshots() {}

    /// Takes the picture and writes it as a PNG file. Blocks; not for the JavaFX thread.
    ///
    /// @throws UserException where the project cannot be opened, the view is not there, or the file cannot be written
    public static void take(Shot shot, Path out) {
        picture(out, background -> window(shot, background));
    }

    /// Writes what `image` draws on the JavaFX thread as a PNG file. Blocks; not for the JavaFX thread.
    static void draw(Path out, Supplier<WritableImage> image) {
        picture(out, background -> CompletableFuture.completedFuture(image.get()));
    }

    private static void picture(Path out, Function<ExecutorService, CompletableFuture<WritableImage>> draw) {
        startHeadless();
        ExecutorService background = Background.create();
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        try {
            FxThread.run(() -> {
                try {
                    var _ = draw.apply(background).whenComplete((image, failure) -> {
                        if (failure == null) {
                            picture.complete(image);
                        } else {
                            picture.completeExceptionally(failure);
                        }
                    });
                } catch (RuntimeException e) {
                    picture.completeExceptionally(e);
                }
            });
            WritableImage image = picture.join();
            AtomicFile.write(out, stream -> Png.write(image, stream));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            background.shutdownNow();
        }
    }

    static CompletableFuture<Desk> opened(Shot shot, ExecutorService background) {
        Desk desk = desk(shot, background);
        return desk.projects()
                .open(shot.project(), new CompletableFuture<>())
                .thenCompose(done -> settled(desk))
                .thenApply(done -> desk);
    }

    /// Views that show what came of training need some: it runs to its end first, or for as long as a picture may take.
    private static CompletableFuture<WritableImage> window(Shot shot, ExecutorService background) {
        return opened(shot, background).thenCompose(desk -> {
            // a picture leaves the project as it was
            desk.training().keepCheckpoints(false);
            desk.presenter().onProperty().set(shot.teaching().presenter());
            String lesson = shot.teaching().lesson();
            if (lesson != null) {
                return LessonShots.play(desk, lesson)
                        .thenCompose(done -> settled(desk))
                        .thenApply(done -> desk.scene().snapshot(null));
            }
            boolean trained = shot.view() == ViewId.TRAIN || shot.view() == ViewId.EVALUATE;
            desk.show(shot.view());
            if (trained && desk.session().dataProperty().get() != null) {
                desk.training().send(new Command.Start());
            }
            return settled(desk)
                    .thenCompose(done -> {
                        Integer frame = shot.frame();
                        if (shot.view() == ViewId.STEP && frame != null) {
                            goTo(desk.steps(), frame);
                        }
                        if (shot.view() == ViewId.EVALUATE) {
                            desk.show(ViewId.DESIGN);
                            desk.show(ViewId.EVALUATE);
                        }
                        return settled(desk);
                    })
                    .thenApply(done -> desk.scene().snapshot(null));
        });
    }

    /// @throws UserException where the recorded step has no such frame
    private static void goTo(StepView steps, int frame) {
        StepRecording recording = steps.recording();
        if (recording != null && (frame < 1 || frame > recording.size())) {
            throw new UserException(
                    Message.of("ui.screenshot.noFrame", frame),
                    new UserException.Where("", "--frame"),
                    Message.of("ui.screenshot.frames", recording.size()),
                    Message.of("cli.text", Integer.toString(frame)),
                    null);
        }
        steps.goTo(frame - 1);
    }

    static CompletableFuture<Void> settled(Desk desk) {
        return Settling.await(
                () -> laidOut(desk.scene())
                        && desk.isSettled()
                        && !desk.training().isBusy(),
                LIMIT);
    }

    /// A scene without a window has no pulse of its own.
    private static boolean laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return true;
    }

    private static Desk desk(Shot shot, ExecutorService background) {
        Words words = new Words(shot.locale());

        return new Desk(
                words,
                new Theme(shot.theme(), words),
                Settings.forgetful(),
                new DiskProjects(SampleProjects.folder()),
                NetwrightApp.LOADING,
                background,
                shot.width(),
                shot.height());
    }

    /// Starts JavaFX on its headless platform, unless it runs already.
    static void startHeadless() {
        JavaFxLog.quiet();
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            // it runs already, as in a test
        }
    }
}
