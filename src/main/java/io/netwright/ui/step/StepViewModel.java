package io.netwright.ui.step;

import io.netwright.layer.LayerRegistry;
import io.netwright.step.Frame;
import io.netwright.step.PlannedSteps;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.step.hunt.Sabotage;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where a person stands in a recorded step: which batch, which frame, which element, which sample. Recording happens
/// in the background; everything else is moving an index. Used on the JavaFX thread. It knows no control.
final class StepViewModel {

    /// A recording and the steps it is one of.
    private record Loaded(StepSource.Steps steps, StepRecording recording, int batch) {}

    private final StepSource source;
    private final LayerRegistry registry;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;

    private final ReadOnlyObjectWrapper<@Nullable StepRecording> recording = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Position> position = new ReadOnlyObjectWrapper<>(Position.NOWHERE);
    private final ReadOnlyObjectWrapper<Granularity> granularity = new ReadOnlyObjectWrapper<>(Granularity.OP);
    private final RunViewModel run;
    private final CheckViewModel check;
    private final ForkViewModel fork;
    private final ReadOnlyObjectWrapper<@Nullable Sabotage> hunt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Message> huntProblem = new ReadOnlyObjectWrapper<>();
    private StepSource.@Nullable Steps steps;
    private int batch;
    private long version;

    /// @param background where steps are recorded
    /// @param ui         the way back to the JavaFX thread
    /// @param failures   hears of defects in the background, on the JavaFX thread
    StepViewModel(
            StepSource source, LayerRegistry registry, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.source = source;
        this.registry = registry;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        this.run = new RunViewModel(background, ui, failures);
        this.check = new CheckViewModel(background, ui, failures);
        this.fork = new ForkViewModel(background, ui, failures);
    }

    /// Records the step that training would take next, from the weights as they are now.
    void load() {
        batch = -1;
        run.cancel();
        record(source.open());
    }

    /// Records another batch from the same weights.
    void chooseBatch(int which) {
        StepSource.Steps current = steps;
        if (current != null && which != batch) {
            batch = Math.clamp(which, 0, current.planned().batches() - 1);
            record(() -> current);
        }
    }

    private void record(Callable<StepSource.Steps> opened) {
        long mine = ++version;
        int which = batch;
        busy.set(true);
        background.execute(() -> {
            try {
                StepSource.Steps found = opened.call();
                PlannedSteps planned = found.planned();
                int number = which < 0 ? planned.next() : which;
                int most = planned.largestBatch();
                StepRecording made =
                        planned.record(registry, number, most == 0 ? 1 : Math.min(most, planned.samples(number)));
                ui.execute(() -> finished(mine, new Loaded(found, made, number), null, null));
            } catch (UserException e) {
                ui.execute(() -> finished(mine, null, e.what(), null));
            } catch (Exception | Error e) {
                ui.execute(() -> finished(mine, null, Message.of("step.problem.failed"), e));
            }
        });
    }

    private void finished(long mine, @Nullable Loaded loaded, @Nullable Message why, @Nullable Throwable failure) {
        if (mine != version) {
            return;
        }
        Position before = position.get();
        boolean sameProgram = loaded != null
                && recording.get() != null
                && recording
                        .get()
                        .program()
                        .instructions()
                        .equals(loaded.recording().program().instructions());
        position.set(Position.NOWHERE);
        StepSource.Steps next = loaded == null ? null : loaded.steps();
        if (next != steps) {
            // what was found is true of other weights, or of another program
            check.clear();
            fork.clear();
        }
        steps = next;
        batch = loaded == null ? 0 : loaded.batch();
        problem.set(why);
        recording.set(loaded == null ? null : loaded.recording());
        hunt.set(next == null ? null : next.sabotage());
        busy.set(false);
        if (loaded != null) {
            StepRecording made = loaded.recording();
            // another batch of the same network: the person keeps looking at the same op
            int at = sameProgram ? before.frame() : 0;
            Position first = Position.first(made.frame(at), Math.min(before.sample(), made.batch() - 1));
            boolean fits = sameProgram
                    && fits(before.element(), made.frame(at).output().dims());
            position.set(fits ? first.at(made.frame(at), before.element()) : first);
            run.open(loaded.steps().planned());
        } else {
            run.close();
        }
        if (failure != null) {
            failures.accept(failure);
        }
    }

    private static boolean fits(List<Integer> element, int[] dims) {
        for (int axis = 0; axis < dims.length; axis++) {
            if (element.size() != dims.length || element.get(axis) >= dims[axis]) {
                return false;
            }
        }
        return true;
    }

    /// @return the run that the step belongs to
    RunViewModel run() {
        return run;
    }

    /// @return two futures of this step
    ForkViewModel fork() {
        return fork;
    }

    /// @return the steps that this one is of; empty where there is nothing
    Optional<PlannedSteps> planned() {
        return Optional.ofNullable(steps).map(StepSource.Steps::planned);
    }

    /// @return the gradient check
    CheckViewModel check() {
        return check;
    }

    /// Checks the gradients of the network with the weights that the step begins with.
    void checkGradients() {
        StepSource.Steps current = steps;
        if (current != null) {
            check.check(current.planned());
        }
    }

    /// @return the bug that is hunted; holds null where none is
    ReadOnlyObjectProperty<@Nullable Sabotage> huntProperty() {
        return hunt.getReadOnlyProperty();
    }

    /// @return why there is no bug to hunt; holds null where there is, or nobody asked
    ReadOnlyObjectProperty<@Nullable Message> huntProblemProperty() {
        return huntProblem.getReadOnlyProperty();
    }

    /// Plants a bug in a copy of the program, and steps through that. No weights are touched.
    ///
    /// @param seed the same seed plants the same bug
    void plant(long seed) {
        StepSource.Steps current = steps;
        if (current == null) {
            return;
        }
        huntProblem.set(null);
        PlannedSteps planned = current.planned();
        Sabotage before = current.sabotage();
        TrainingPlan honest = before == null ? planned.plan() : before.honest();
        long mine = ++version;
        busy.set(true);
        background.execute(() -> {
            try {
                Optional<Sabotage> made =
                        Sabotage.plant(honest, planned.moment().parameters(), seed);
                ui.execute(() -> {
                    if (mine == version) {
                        busy.set(false);
                        made.ifPresentOrElse(
                                s -> record(() -> with(current, s.plan(), s)),
                                () -> huntProblem.set(Message.of("step.hunt.none")));
                    }
                });
            } catch (RuntimeException | Error e) {
                ui.execute(() -> {
                    busy.set(false);
                    failures.accept(e);
                });
            }
        });
    }

    /// Steps through the honest program again.
    void endHunt() {
        StepSource.Steps current = steps;
        Sabotage sabotage = current == null ? null : current.sabotage();
        if (current != null && sabotage != null) {
            record(() -> with(current, sabotage.honest(), null));
        }
    }

    private static StepSource.Steps with(StepSource.Steps of, TrainingPlan plan, @Nullable Sabotage sabotage) {
        PlannedSteps planned = of.planned();
        return new StepSource.Steps(new PlannedSteps(planned.network(), plan, planned.moment()), of.from(), sabotage);
    }

    /// @return how many steps of the run come before this one; 0 where there is nothing
    int step() {
        return steps == null ? 0 : (int) steps.planned().moment().step();
    }

    /// Goes to another place of the run; the same frame stays in sight.
    ///
    /// @param step so many steps have been taken there; where there is no such place, the nearest one
    void goToStep(int step) {
        StepSource.Steps current = steps;
        if (current != null) {
            run.goTo(step, moment -> {
                batch = -1;
                PlannedSteps there = new PlannedSteps(
                        current.planned().network(), current.planned().plan(), moment);
                record(() -> new StepSource.Steps(there, StepSource.From.RUN, current.sabotage()));
            });
        }
    }

    /// @return what is stepped through; holds null while there is nothing
    ReadOnlyObjectProperty<@Nullable StepRecording> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    @Nullable
    StepRecording recording() {
        return recording.get();
    }

    /// @return why there is nothing to step through; holds null where there is something
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @return whether a step is being recorded
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return where the person stands
    ReadOnlyObjectProperty<Position> positionProperty() {
        return position.getReadOnlyProperty();
    }

    Position position() {
        return position.get();
    }

    /// @return the frame that is shown; null where there is none
    @Nullable
    Frame frame() {
        StepRecording r = recording.get();
        return r == null || position().frame() < 0 ? null : r.frame(position().frame());
    }

    /// @return how far one step goes
    ReadOnlyObjectProperty<Granularity> granularityProperty() {
        return granularity.getReadOnlyProperty();
    }

    Granularity granularity() {
        return granularity.get();
    }

    void stepBy(Granularity next) {
        granularity.set(next);
        position.set(position().onTerm(Position.ALL));
    }

    /// Looks at one term of the sum that made the element.
    void look(int term) {
        position.set(position().onTerm(term));
    }

    /// @return the batches that there are; 0 where there is nothing
    int batches() {
        return steps == null ? 0 : steps.planned().batches();
    }

    /// @return where the weights come from; null where there is nothing
    StepSource.@Nullable From from() {
        return steps == null ? null : steps.from();
    }

    int batch() {
        return batch;
    }

    /// @return how many samples the batch has, of which a recording that would be too large takes fewer
    int samplesOfBatch() {
        return steps == null ? 0 : steps.planned().samples(batch);
    }

    /// Shows a frame, the nearest one where there is no such.
    void goTo(int index) {
        StepRecording r = recording.get();
        Frame shown = frame();
        if (r != null && shown != null) {
            Frame next = r.frame(Math.clamp(index, 0, r.size() - 1));
            if (next != shown) {
                position.set(position().to(shown, next));
            }
        }
    }

    /// Shows a frame and asks about one of its elements.
    void goTo(int index, List<Integer> element) {
        StepRecording r = recording.get();
        Frame shown = frame();
        if (r != null && shown != null) {
            Frame next = r.frame(index);
            position.set(position().to(shown, next).at(next, element));
        }
    }

    /// Asks about an element of the frame's output.
    void ask(List<Integer> element) {
        Frame shown = frame();
        if (shown != null) {
            position.set(position().at(shown, element));
        }
    }

    /// Looks at a sample.
    void chooseSample(int which) {
        StepRecording r = recording.get();
        Frame shown = frame();
        if (r != null && shown != null) {
            position.set(position().onSample(shown, Math.clamp(which, 0, r.batch() - 1)));
        }
    }

    void first() {
        goTo(0);
    }

    void last() {
        StepRecording r = recording.get();
        goTo(r == null ? 0 : r.size() - 1);
    }

    /// @return how a person moves on from here
    Moves moves() {
        return new Moves(this);
    }

    /// Goes to the first frame of a node in the stage that is shown, or where it has none there, in another.
    void goToNode(String node) {
        StepRecording r = recording.get();
        Frame now = frame();
        if (r == null || now == null || now.node().equals(node)) {
            return;
        }
        Stage stage = now.stage();
        r.layers().stream()
                .filter(g -> g.node().equals(node) && g.stage() == stage)
                .findFirst()
                .or(() -> r.layers().stream().filter(g -> g.node().equals(node)).findFirst())
                .ifPresent(g -> goTo(g.first()));
    }
}
