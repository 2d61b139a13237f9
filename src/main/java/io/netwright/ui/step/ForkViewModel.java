package io.netwright.ui.step;

import io.netwright.step.timeline.Change;
import io.netwright.step.timeline.Fork;
import io.netwright.step.timeline.Timeline;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Two futures of the step that is shown, as it is and with one thing changed. Both are trained in the background, on
/// copies. Used on the JavaFX thread; it knows no control.
final class ForkViewModel {

    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyObjectWrapper<@Nullable Fork> fork = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    /// Who asked last; whoever asked before is given up.
    private final AtomicLong version = new AtomicLong();

    ForkViewModel(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.background = background;
        this.ui = ui;
        this.failures = failures;
    }

    /// Follows both futures.
    ///
    /// @param step      where they part
    /// @param steps     how far they are followed
    /// @param parameter whose element is watched
    /// @param element   in row-major order
    void run(Timeline run, int step, int steps, Change change, String parameter, int element) {
        long mine = version.incrementAndGet();
        fork.set(null);
        problem.set(null);
        busy.set(true);
        background.execute(() -> {
            try {
                Optional<Fork> found =
                        Fork.of(run, step, steps, change, parameter, element, at -> mine == version.get());
                ui.execute(() -> {
                    if (mine == version.get()) {
                        busy.set(false);
                        fork.set(found.orElse(null));
                    }
                });
            } catch (RuntimeException | Error e) {
                ui.execute(() -> failed(mine, e));
            }
        });
    }

    private void failed(long mine, Throwable e) {
        if (mine != version.get()) {
            return;
        }
        busy.set(false);
        if (e instanceof UserException refused) {
            problem.set(refused.what());
        } else {
            problem.set(Message.of("step.problem.failed"));
            failures.accept(e);
        }
    }

    /// Says that what was asked for makes no sense.
    void refuse(Message why) {
        clear();
        problem.set(why);
    }

    /// Gives up what is under way, and forgets what was found.
    void clear() {
        version.incrementAndGet();
        busy.set(false);
        fork.set(null);
        problem.set(null);
    }

    /// @return both futures; holds null where nothing has been asked
    ReadOnlyObjectProperty<@Nullable Fork> forkProperty() {
        return fork.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return why there are none; holds null where there are
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
