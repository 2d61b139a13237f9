package io.netwright.ui.step;

import io.netwright.data.LoadedData;
import io.netwright.network.Network;
import io.netwright.step.PlannedSteps;
import io.netwright.step.timeline.Timeline;
import io.netwright.text.Message;
import io.netwright.train.Moment;
import io.netwright.train.TrainingSpec;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The whole run that network, data and settings determine, as something to go along in. It trains in the background,
/// in sessions of its own. Used on the JavaFX thread; it knows no control.
final class RunViewModel {

    /// What a run follows from.
    private record Basis(Network network, LoadedData data, TrainingSpec spec) {
        static Basis of(PlannedSteps steps) {
            return new Basis(steps.network(), steps.plan().data(), steps.plan().spec());
        }
    }

    private final Executor background;
    private final Turns turns;
    private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper known = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper reached = new ReadOnlyIntegerWrapper();
    private @Nullable Basis basis;

    RunViewModel(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.background = background;
        this.turns = new Turns(background, ui, failures);
    }

    /// Turns to the run that steps belong to, unless it is that already.
    void open(PlannedSteps steps) {
        Basis wanted = Basis.of(steps);
        if (wanted.equals(basis)) {
            return;
        }
        close();
        basis = wanted;
        turns.beside(turn -> {
            Timeline made = new Timeline(steps.plan());
            turn.tell(() -> {
                timeline.set(made);
                known.set(made.known());
            });
        });
    }

    /// Gives the run up.
    void close() {
        cancel();
        basis = null;
        Timeline old = timeline.get();
        timeline.set(null);
        known.set(0);
        if (old != null) {
            background.execute(old::close);
        }
    }

    /// Goes to a place of the run, training as far as it has to.
    ///
    /// @param step so many steps have been taken there
    /// @param then hears of the moment, on the JavaFX thread; not where it is given up or something else is asked for
    void goTo(int step, Consumer<Moment> then) {
        Timeline run = timeline.get();
        if (run == null) {
            return;
        }
        reached.set(0);
        turns.begin(turn -> {
            Optional<Moment> moment = run.at(step, at -> {
                turn.tellNowAndThen(() -> show(run, at));
                return turn.isCurrent();
            });
            turn.finish(() -> {
                show(run, step);
                run.divergence().ifPresent(d -> turns.refuse(d.message()));
                moment.ifPresent(then);
            });
        });
    }

    private void show(Timeline run, int at) {
        known.set(run.known());
        reached.set(at);
    }

    /// Gives up what is under way. What has been trained on the way stays known.
    void cancel() {
        turns.cancel();
        Timeline run = timeline.get();
        if (run != null) {
            known.set(run.known());
        }
    }

    /// @return the run; holds null until there is one
    ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    @Nullable
    Timeline timeline() {
        return timeline.get();
    }

    /// @return of how many steps the losses are known
    ReadOnlyIntegerProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// @return whether a place is being gone to
    ReadOnlyBooleanProperty busyProperty() {
        return turns.busyProperty();
    }

    /// @return how far the way to that place has come, in steps of the run
    ReadOnlyIntegerProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    /// @return why the run ends early or cannot be gone along; holds null where it does not
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return turns.problemProperty();
    }
}
