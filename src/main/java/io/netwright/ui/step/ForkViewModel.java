package io.netwright.ui.step;

import io.netwright.step.timeline.Change;
import io.netwright.step.timeline.Fork;
import io.netwright.step.timeline.Timeline;
import io.netwright.text.Message;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Two futures of the step that is shown, as it is and with one thing changed. Both are trained in the background, on
/// copies. Used on the JavaFX thread; it knows no control.
final class ForkViewModel {

    private final Turns turns;
    private final ReadOnlyObjectWrapper<@Nullable Fork> fork = new ReadOnlyObjectWrapper<>();

    ForkViewModel(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.turns = new Turns(background, ui, failures);
    }

    /// Follows both futures.
    ///
    /// @param step      where they part
    /// @param steps     how far they are followed
    /// @param parameter whose element is watched
    /// @param element   in row-major order
    void run(Timeline run, int step, int steps, Change change, String parameter, int element) {
        fork.set(null);
        turns.begin(turn -> {
            Optional<Fork> found = Fork.of(run, step, steps, change, parameter, element, at -> turn.isCurrent());
            turn.finish(() -> fork.set(found.orElse(null)));
        });
    }

    /// Says that what was asked for makes no sense.
    void refuse(Message why) {
        clear();
        turns.refuse(why);
    }

    /// Gives up what is under way, and forgets what was found.
    void clear() {
        turns.cancel();
        turns.refuse(null);
        fork.set(null);
    }

    /// @return both futures; holds null where nothing has been asked
    ReadOnlyObjectProperty<@Nullable Fork> forkProperty() {
        return fork.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return turns.busyProperty();
    }

    /// @return why there are none; holds null where there are
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return turns.problemProperty();
    }
}
