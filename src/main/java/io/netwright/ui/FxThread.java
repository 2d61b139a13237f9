package io.netwright.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The way onto the JavaFX application thread. No other class calls `Platform.runLater`.
public final class FxThread {

    /// Runs a task on the JavaFX thread: at once where this is it, else later and in order.
    public static final Executor EXECUTOR = FxThread::run;

    private FxThread() {}

    /// Runs `task` on the JavaFX thread: at once where this is it, else later and in order.
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// Runs `task` on the JavaFX thread, never within the caller: after what is under way there.
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /// Has something done on the JavaFX thread and waits for it.
    ///
    /// @return what came of it
    /// @throws java.util.concurrent.CompletionException with what it threw
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        run(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    /// @throws IllegalStateException where this is not the JavaFX thread
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "on thread " + Thread.currentThread().getName() + ", not the JavaFX thread");
        }
    }

    /// Hands values from any thread to a receiver on the JavaFX thread, of which only the newest counts: a value that
    /// is overtaken before the JavaFX thread gets to it is never seen. So a fast producer cannot flood the window.
    ///
    /// @param <T> an immutable value
    public static final class Latest<T> implements Consumer<T> {
        private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        private final Consumer<? super T> receiver;

        /// @param receiver called on the JavaFX thread
        public Latest(Consumer<? super T> receiver) {
            this.receiver = receiver;
        }

        @Override
        public void accept(T value) {
            if (waiting.getAndSet(value) == null) {
                Platform.runLater(this::deliver);
            }
        }

        private void deliver() {
            T value = waiting.getAndSet(null);
            if (value != null) {
                receiver.accept(value);
            }
        }
    }
}
