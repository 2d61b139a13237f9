package io.netwright.app;

import io.netwright.lesson.Lesson;
import io.netwright.lesson.LessonLibrary;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.lesson.LessonPlayer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Plays a lesson for a picture.
final class LessonShots {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private LessonShots() {}

    /// @param wanted `one-neuron`, or `one-neuron:4` for its fourth step
    /// @return completes once the step has begun
    /// @throws UserException where there is no such lesson, or no such step
    static CompletableFuture<Void> play(Desk desk, String wanted) {
        String id = wanted.replaceFirst(":\\d+$", "");
        if (!LessonLibrary.BUNDLED.contains(id)) {
            throw refuse(wanted, Message.of("cli.text", String.join(", ", LessonLibrary.BUNDLED)));
        }
        Lesson lesson = LessonLibrary.bundled(id, desk.words().locale());
        int step = id.equals(wanted) ? 1 : Integer.parseInt(wanted.substring(id.length() + 1));
        if (step < 1 || step > lesson.steps().size()) {
            throw refuse(
                    wanted, Message.of("core.expected.int", 1, lesson.steps().size()));
        }
        desk.lessons().start(lesson);
        return until(desk.lessons().player(), 0)
                .thenCompose(done -> to(desk.lessons().player(), step - 1));
    }

    /// Every step is played, since each begins where the one before has ended.
    private static CompletableFuture<Void> to(LessonPlayer player, int step) {
        LessonPlayer.Place now = player.placeProperty().get();
        if (now == null || now.step() == step) {
            return CompletableFuture.completedFuture(null);
        }
        player.show();
        return until(player, now.step())
                .thenCompose(shown -> {
                    player.next();
                    return until(player, now.step() + 1);
                })
                .thenCompose(begun -> to(player, step));
    }

    private static CompletableFuture<Void> until(LessonPlayer player, int step) {
        return Settling.await(
                () -> {
                    LessonPlayer.Place now = player.placeProperty().get();
                    return now != null
                            && now.step() == step
                            && !player.performingProperty().get();
                },
                LIMIT);
    }

    private static UserException refuse(String wanted, Message expected) {
        return new UserException(
                Message.of("cli.error.choice", "--lesson", wanted),
                new UserException.Where("", "--lesson"),
                expected,
                Message.of("cli.text", wanted),
                null);
    }
}
