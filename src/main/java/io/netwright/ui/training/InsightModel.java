package io.netwright.ui.training;

import io.netwright.program.Parameters;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingPlan;
import io.netwright.ui.Training;
import io.netwright.ui.training.InsightMaker.Choice;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps what is shown of the network's knowledge up with its training. Only while it is watched; then the training
/// thread copies the weights now and then, between two batches, and everything else happens in the background, one look
/// at a time.
final class InsightModel {

    private static final long SHORTEST_NANOS = 100_000_000;
    /// Looking may take this share of the time.
    private static final int SHARE = 20;

    private final Training training;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyObjectWrapper<@Nullable Insight> insight = new ReadOnlyObjectWrapper<>();
    private Choice choice = new Choice(null, null);
    private boolean watched;
    private boolean busy;
    private boolean again;
    private long due;

    // belongs to the one look that is under way
    private volatile @Nullable InsightMaker maker;

    InsightModel(Training training, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.training = training;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        training.snapshotProperty().addListener((p, was, is) -> follow(is));
    }

    /// @return what the network knows, as of the last look; holds null where there is nothing to be seen
    ReadOnlyObjectProperty<@Nullable Insight> insightProperty() {
        return insight.getReadOnlyProperty();
    }

    Choice choice() {
        return choice;
    }

    /// Looks at another part of the network from now on.
    void choose(Choice next) {
        choice = next;
        look();
    }

    void watch(boolean on) {
        watched = on;
        if (on) {
            look();
        }
    }

    /// @return whether a look is under way or due
    boolean isBusy() {
        return busy;
    }

    private void follow(@Nullable Snapshot s) {
        if (s == null) {
            insight.set(null);
            choice = new Choice(null, null);
        } else if (!s.state().isRunning() || System.nanoTime() >= due) {
            look();
        }
    }

    private void look() {
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
        Choice wanted = choice;
        training.weights()
                .thenApplyAsync(w -> new Made(System.nanoTime(), make(plan, w, wanted), System.nanoTime()), background)
                .whenCompleteAsync(this::made, ui);
    }

    private record Made(long began, @Nullable Insight insight, long ended) {}

    private @Nullable Insight make(TrainingPlan plan, Parameters weights, Choice wanted) {
        InsightMaker now = maker;
        if (now == null || now.plan() != plan) {
            now = new InsightMaker(plan);
            maker = now;
        }
        return now.make(weights, wanted);
    }

    private void made(@Nullable Made made, @Nullable Throwable failure) {
        busy = false;
        if (made != null) {
            due = System.nanoTime() + Math.max(SHORTEST_NANOS, SHARE * (made.ended() - made.began()));
            if (training.plan() != null) {
                insight.set(made.insight());
            }
        } else if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            // a run that was closed meanwhile has no weights
            if (!(cause instanceof CancellationException)) {
                failures.accept(cause);
            }
            return;
        }
        if (again) {
            look();
        }
    }
}
