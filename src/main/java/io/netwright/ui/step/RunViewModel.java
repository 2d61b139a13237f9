package io.netwright.ui.step;

import io.netwright.data.LoadedData;
import io.netwright.network.Network;
import io.netwright.step.PlannedSteps;
import io.netwright.step.timeline.Timeline;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Moment;
import io.netwright.train.TrainingSpec;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The whole run that network, data and settings determine, as something to go along in. It trains in the background,
/// in sessions of its own. Used on the JavaFX thread; it knows no control.
final class RunViewModel {

    /// How often a run under way says how far it is.
    private static final long PUBLISH_NANOS = 50_000_000;

    /// What a run follows from.
    private record Basis(Network network, LoadedData data, TrainingSpec spec) {
        static Basis of(PlannedSteps steps) {
            return new Basis(steps.network(), steps.plan().data(), steps.plan().spec());
        }
    }

    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper known = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper reached = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Basis basis;
    /// Who asked last; whoever asked before is given up.
    private final AtomicLong version = new AtomicLong();

    RunViewModel(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.background = background;
        this.ui = ui;
        this.failures = failures;
    }

    /// Turns to the run that steps belong to, unless it is that already.
    void open(PlannedSteps steps) {
        Basis wanted = Basis.of(steps);
        if (wanted.equals(basis)) {
            return;
        }
        close();
        basis = wanted;
        long mine = version.incrementAndGet();
        background.execute(() -> {
            try {
                Timeline made = new Timeline(steps.plan());
                ui.execute(() -> {
                    if (mine == version.get()) {
                        timeline.set(made);
                        known.set(made.known());
                    }
                });
            } catch (RuntimeException | Error e) {
                ui.execute(() -> failed(mine, e));
            }
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
        long mine = version.incrementAndGet();
        busy.set(true);
        problem.set(null);
        reached.set(0);
        background.execute(() -> {
            try {
                long[] said = {System.nanoTime()};
                var moment = run.at(step, at -> {
                    long now = System.nanoTime();
                    if (now - said[0] > PUBLISH_NANOS) {
                        said[0] = now;
                        ui.execute(() -> show(mine, run, at));
                    }
                    return mine == version.get();
                });
                ui.execute(() -> {
                    show(mine, run, step);
                    if (mine == version.get()) {
                        busy.set(false);
                        run.divergence().ifPresent(d -> problem.set(d.message()));
                        moment.ifPresent(then);
                    }
                });
            } catch (RuntimeException | Error e) {
                ui.execute(() -> failed(mine, e));
            }
        });
    }

    private void show(long mine, Timeline run, int at) {
        if (mine == version.get()) {
            known.set(run.known());
            reached.set(at);
        }
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

    /// Gives up what is under way. What has been trained on the way stays known.
    void cancel() {
        version.incrementAndGet();
        busy.set(false);
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
        return busy.getReadOnlyProperty();
    }

    /// @return how far the way to that place has come, in steps of the run
    ReadOnlyIntegerProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    /// @return why the run ends early or cannot be gone along; holds null where it does not
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
