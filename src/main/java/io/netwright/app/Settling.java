package io.netwright.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// Waits on the JavaFX thread until a window has come to rest: nothing under way in the background for several pulses
/// in a row, so that layout and short animations have run, too.
final class Settling extends AnimationTimer {

    /// Pulses come about 60 times a second; the longest animation of the window takes 180 ms.
    private static final int QUIET_PULSES = 18;

    private final BooleanSupplier settled;
    private final long limit;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long started;
    private int quiet;

    private Settling(BooleanSupplier settled, Duration limit) {
        this.settled = settled;
        this.limit = limit.toNanos();
    }

    /// @return completes on the JavaFX thread; with a [TimeoutException] where `settled` does not hold in time
    static CompletableFuture<Void> await(BooleanSupplier settled, Duration limit) {
        Settling settling = new Settling(settled, limit);
        settling.start();
        return settling.done;
    }

    @Override
    public void handle(long now) {
        started = started == 0 ? now : started;
        quiet = settled.getAsBoolean() ? quiet + 1 : 0;
        if (quiet >= QUIET_PULSES) {
            stop();
            done.complete(null);
        } else if (now - started > limit) {
            stop();
            done.completeExceptionally(new TimeoutException("the window did not come to rest"));
        }
    }
}
