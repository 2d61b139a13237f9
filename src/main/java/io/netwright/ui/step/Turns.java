package io.netwright.ui.step;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a view model has done in the background, where only what was asked last counts: whoever asked before is given
/// up, and says nothing more. Used on the JavaFX thread.
final class Turns {

    /// How often work under way says how far it is.
    private static final long PUBLISH_NANOS = 50_000_000;

    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    /// Who asked last.
    private final AtomicLong version = new AtomicLong();

    Turns(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.background = background;
        this.ui = ui;
        this.failures = failures;
    }

    /// One piece of work, as it sees itself from the background.
    final class Turn {
        private final long mine = version.incrementAndGet();
        private long said = System.nanoTime();

        /// @return whether nobody has asked for anything else since
        boolean isCurrent() {
            return mine == version.get();
        }

        /// Does something on the JavaFX thread, unless something else has been asked for by then.
        void tell(Runnable news) {
            ui.execute(() -> {
                if (isCurrent()) {
                    news.run();
                }
            });
        }

        /// As [#tell], but not more often than a person can follow.
        void tellNowAndThen(Runnable news) {
            if (System.nanoTime() - said > PUBLISH_NANOS) {
                said = System.nanoTime();
                tell(news);
            }
        }

        /// Tells the last there is to tell.
        void finish(Runnable news) {
            tell(() -> {
                busy.set(false);
                news.run();
            });
        }
    }

    /// Begins something that the view waits for: [#busyProperty] holds until it has finished.
    void begin(Consumer<Turn> work) {
        problem.set(null);
        busy.set(true);
        beside(work);
    }

    /// Begins something that comes when it comes.
    void beside(Consumer<Turn> work) {
        Turn turn = new Turn();
        background.execute(() -> {
            try {
                work.accept(turn);
            } catch (CancellationException e) {
                // whoever gave it up has said so already
            } catch (RuntimeException | Error e) {
                turn.finish(() -> failed(e));
            }
        });
    }

    private void failed(Throwable e) {
        if (e instanceof UserException refused) {
            problem.set(refused.what());
        } else {
            problem.set(Message.of("step.problem.failed"));
            failures.accept(e);
        }
    }

    /// Gives up what is under way.
    void cancel() {
        version.incrementAndGet();
        busy.set(false);
    }

    /// Says why there is nothing; null where all is well.
    void refuse(@Nullable Message why) {
        problem.set(why);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return why there is nothing; holds null where there is, or nothing was asked
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
