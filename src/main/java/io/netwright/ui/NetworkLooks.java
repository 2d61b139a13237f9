package io.netwright.ui;

import io.netwright.program.Parameters;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingPlan;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps what is shown of a network up with its training. Only while somebody watches: then the training thread copies
/// the weights now and then, between two batches, and everything else happens in the background, one look at a time.
///
/// @param <T> what a look gives; immutable
public final class NetworkLooks<T> {

    private static final long SHORTEST_NANOS = 400_000_000;
    /// Looking may take this share of the time.
    private static final int SHARE = 20;

    /// Makes something of a network's weights, again and again; used by one thread at a time.
    @FunctionalInterface
    public interface Look<T> {
        /// @param weights of the network. Not modified.
        @Nullable
        T at(Parameters weights);
    }

    private final Training training;
    private final Function<TrainingPlan, Look<T>> maker;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyObjectWrapper<@Nullable T> seen = new ReadOnlyObjectWrapper<>();
    private boolean watched;
    private boolean busy;
    private boolean again;
    private long due;

    // belong to the one look that is under way
    private volatile @Nullable TrainingPlan lookedAt;
    private volatile @Nullable Look<T> look;

    /// @param maker      makes what looks at a plan's network; called in the background
    /// @param background where it looks
    /// @param ui         the way back to the JavaFX thread
    /// @param failures   hears of defects, on the JavaFX thread
    public NetworkLooks(
            Training training,
            Function<TrainingPlan, Look<T>> maker,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        this.training = training;
        this.maker = maker;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        training.snapshotProperty().addListener((p, was, is) -> follow(is));
    }

    /// @return what the last look gave; holds null where there is nothing to be seen
    public ReadOnlyObjectProperty<@Nullable T> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// Says whether anybody watches.
    public void watch(boolean on) {
        watched = on;
        if (on) {
            look();
        }
    }

    /// @return whether a look is under way
    public boolean isBusy() {
        return busy;
    }

    private void follow(@Nullable Snapshot s) {
        if (s == null) {
            seen.set(null);
        } else if (!s.state().isRunning() || System.nanoTime() >= due) {
            look();
        }
    }

    /// Looks now, or once the look under way is over; where nobody watches, not at all.
    public void look() {
        TrainingPlan plan = training.plan();
        if (!watched || plan == null || training.outdatedProperty().get()) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        var _ = training.weights()
                .thenApplyAsync(
                        w -> {
                            long began = System.nanoTime();
                            return new Made<>(at(plan, w), System.nanoTime() - began);
                        },
                        background)
                .whenCompleteAsync(this::made, ui);
    }

    private record Made<T>(@Nullable T seen, long nanos) {}

    private @Nullable T at(TrainingPlan plan, Parameters weights) {
        Look<T> now = look;
        if (now == null || lookedAt != plan) {
            now = maker.apply(plan);
            look = now;
            lookedAt = plan;
        }
        return now.at(weights);
    }

    private void made(@Nullable Made<T> made, @Nullable Throwable failure) {
        busy = false;
        if (made != null) {
            due = System.nanoTime() + Math.max(SHORTEST_NANOS, SHARE * made.nanos());
            if (training.plan() != null) {
                seen.set(made.seen());
            }
        } else if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            // a run that was closed meanwhile has no weights
            if (!(cause instanceof CancellationException)) {
                failures.accept(cause);
                return;
            }
        }
        if (again) {
            look();
        }
    }
}
