package io.netwright.ui;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Command;
import io.netwright.train.Trainer;
import io.netwright.train.Transplant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Waits for runs that are made in the background. Only the last one that was wished for counts; others are closed as
/// soon as they are there. Used on the JavaFX thread.
final class RunMaking {

    /// A run that can begin.
    ///
    /// @param basis  what it is begun with
    /// @param first  what it is told first
    /// @param report what became of the weights of the run that it goes on from; null where it does not
    record Made(RunBasis basis, Trainer trainer, Command first, Transplant.@Nullable Report report) {}

    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private long wish;

    RunMaking(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.background = background;
        this.ui = ui;
        this.failures = failures;
    }

    /// @return whether one is being made
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @param made    gives null where there turned out to be none
    /// @param then    hears of it, unless there was a later wish
    /// @param refused hears, in words, why there is none
    void wait(CompletableFuture<@Nullable Made> made, Consumer<Made> then, Consumer<Message> refused) {
        long mine = ++wish;
        busy.set(true);
        var _ = made.whenCompleteAsync(
                (run, failure) -> {
                    if (mine == wish) {
                        busy.set(false);
                    }
                    if (run != null && mine == wish) {
                        then.accept(run);
                    } else if (run != null) {
                        // waits for the batch at hand, so not here
                        background.execute(run.trainer()::close);
                    } else if (failure != null) {
                        failed(failure, mine == wish ? refused : why -> {});
                    }
                },
                ui);
    }

    private void failed(Throwable failure, Consumer<Message> refused) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof UserException e) {
            refused.accept(e.what());
        } else if (!(cause instanceof CancellationException)) {
            refused.accept(Message.of("train.problem.defect"));
            failures.accept(cause);
        }
    }

    /// Says that what is being made is not wished for any more.
    void forget() {
        wish++;
        busy.set(false);
    }
}
