package io.netwright.app;

import io.netwright.edit.Edits;
import io.netwright.layer.LayerRegistry;
import io.netwright.lesson.Check;
import io.netwright.lesson.Facts;
import io.netwright.lesson.FrameRef;
import io.netwright.lesson.Settings;
import io.netwright.network.Network;
import io.netwright.network.PropValue;
import io.netwright.step.StepRecording;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.Command;
import io.netwright.train.EpochReport;
import io.netwright.train.Moment;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import io.netwright.ui.ViewId;
import io.netwright.ui.lesson.LessonWindow;
import io.netwright.ui.step.StepView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// What lessons do to this program's window.
final class LessonDirector implements LessonWindow {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String HIGHLIGHT = "nw-lesson-highlight";

    private final Session session;
    private final Training training;
    private final StepView steps;
    private final Parent root;
    private final BooleanSupplier windowSettled;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private CompletableFuture<Void> pending = CompletableFuture.completedFuture(null);
    private @Nullable Node highlighted;
    private int answeredBefore;

    /// @param root          in which controls are found
    /// @param windowSettled whether nothing is under way in the window
    LessonDirector(Session session, Training training, StepView steps, Parent root, BooleanSupplier windowSettled) {
        this.session = session;
        this.training = training;
        this.steps = steps;
        this.root = root;
        this.windowSettled = windowSettled;
        List.<ObservableValue<?>>of(
                        session.viewProperty(),
                        session.designProperty(),
                        session.selectionProperty(),
                        session.compilingProperty(),
                        session.dirtyProperty(),
                        training.snapshotProperty(),
                        training.preparingProperty(),
                        steps.frameProperty(),
                        steps.answeredProperty(),
                        open)
                .forEach(o -> o.addListener((p, was, is) -> changes.set(changes.get() + 1)));
    }

    /// Says whether a lesson's copy is what is open.
    BooleanProperty openProperty() {
        return open;
    }

    @Override
    public ObservableBooleanValue open() {
        return open;
    }

    @Override
    public ObservableValue<?> changes() {
        return changes;
    }

    @Override
    public boolean isSettled() {
        return pending.isDone() && windowSettled.getAsBoolean() && !training.isBusy();
    }

    @Override
    public CompletableFuture<Void> settled() {
        return Settling.await(this::isSettled, LIMIT);
    }

    @Override
    public Check.Situation situation() {
        OpenProject project = project();
        return new Check.Situation(
                session.viewProperty().get().key(),
                session.selectionProperty().get(),
                session.network(),
                project.trainingProperty().get().encode(),
                session.viewProperty().get() == ViewId.STEP
                        ? steps.frameProperty().getValue()
                        : -1,
                steps.answeredProperty().get() - answeredBefore,
                facts(project));
    }

    /// What is known of the training is taken down now, on the JavaFX thread; the rest follows off it.
    private java.util.function.Supplier<Facts> facts(OpenProject project) {
        Network network = session.network();
        ProjectData data = session.dataProperty().get();
        TrainingSpec spec = project.trainingProperty().get();
        Callable<Moment> run = training.moment();
        Snapshot snapshot = training.snapshotProperty().get();
        EpochReport last = run == null || snapshot == null ? null : snapshot.lastEpoch();
        return () -> {
            if (data == null) {
                throw new UserException(Message.of("step.problem.noData"));
            }
            TrainingPlan plan = TrainingPlan.of(network, LayerRegistry.STANDARD, data.data(), spec);
            try {
                Moment moment = run == null ? Moment.before(plan, plan.initial(spec.seed())) : run.call();
                return new Facts(network, plan, moment, last);
            } catch (Exception e) {
                throw e instanceof UserException u ? u : new UserException(Message.of("step.problem.failed"));
            }
        };
    }

    private OpenProject project() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            throw new UserException(Message.of("lesson.frame.none"));
        }
        return project;
    }

    @Override
    public void view(String key) {
        session.viewProperty().set(ViewId.valueOf(key.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void select(String node) {
        session.editor().select(List.of(node));
    }

    @Override
    public void property(String node, String key, PropValue value) {
        session.editor().apply(Edits.setProperty(node, key, value));
    }

    @Override
    public void setting(String path, PropValue value) {
        var property = project().trainingProperty();
        property.set(
                TrainingSpec.decode(Settings.with(property.get().encode(), path, value), new Where("", "training")));
    }

    @Override
    public void reset() {
        if (training.snapshotProperty().get() != null) {
            training.send(new Command.Reset(session.training().seed()));
            recordAfterwards(Settling.await(() -> snapshotStep() == 0, LIMIT));
        }
    }

    @Override
    public void train(int count, boolean epochs) {
        // a run takes one command to be made, and more only once it is there
        if (training.plan() == null || training.outdatedProperty().get()) {
            training.send(new Command.SetEpochs(session.training().epochs()));
        }
        recordAfterwards(Settling.await(
                        () -> training.plan() != null
                                && !training.outdatedProperty().get()
                                && !training.isBusy(),
                        LIMIT)
                .thenCompose(ready -> trainNow(count, epochs)));
    }

    private CompletableFuture<Void> trainNow(int count, boolean epochs) {
        Snapshot before = training.snapshotProperty().get();
        long step = snapshotStep() + count;
        int epoch = (before == null ? 0 : before.epoch()) + count;
        if (epochs) {
            training.send(new Command.SetEpochs(epoch));
            training.send(new Command.Start());
            return Settling.await(() -> hasEnded(s -> s.epoch() >= epoch), LIMIT);
        }
        for (int i = 0; i < count; i++) {
            training.send(new Command.StepBatch());
        }
        return Settling.await(() -> hasEnded(s -> s.step() >= step), LIMIT);
    }

    private boolean hasEnded(java.util.function.Predicate<Snapshot> enough) {
        Snapshot now = training.snapshotProperty().get();
        return now != null
                && !now.state().isRunning()
                && (enough.test(now) || now.state() == Snapshot.State.DIVERGED || now.state() == Snapshot.State.FAILED);
    }

    private long snapshotStep() {
        Snapshot now = training.snapshotProperty().get();
        return now == null ? 0 : now.step();
    }

    /// The step that is looked at is one from the weights of now.
    private void recordAfterwards(CompletableFuture<Void> trained) {
        pending = trained.thenRun(steps::recordAgain);
    }

    @Override
    public void frame(FrameRef frame) {
        view(ViewId.STEP.key());
        pending = Settling.await(windowSettled, LIMIT).thenRun(() -> {
            StepRecording recording = steps.recording();
            if (recording != null) {
                frame.find(recording).ifPresent(steps::goTo);
            }
        });
    }

    @Override
    public void element(List<Integer> index) {
        steps.ask(index);
    }

    @Override
    public void exercise(boolean on) {
        answeredBefore = steps.answeredProperty().get();
        steps.setExercise(on);
    }

    @Override
    public void answer() {
        steps.answerExercise();
    }

    @Override
    public void highlight(String what) {
        clearHighlight();
        Node found = root.lookupAll(".nw-node").stream()
                .filter(n -> n.lookupAll(".label").stream()
                        .anyMatch(l -> l instanceof Label label && what.equals(label.getText())))
                .findFirst()
                .orElseGet(() -> root.lookup("#" + what));
        if (found != null) {
            found.getStyleClass().add(HIGHLIGHT);
            highlighted = found;
        }
    }

    @Override
    public void clearHighlight() {
        if (highlighted != null) {
            highlighted.getStyleClass().remove(HIGHLIGHT);
            highlighted = null;
        }
    }
}
