package io.netwright.ui;

import io.netwright.exchange.checkpoint.CheckpointFile;
import io.netwright.network.Network;
import io.netwright.program.Parameters;
import io.netwright.project.ProjectFile;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Command;
import io.netwright.train.LossHistory;
import io.netwright.train.Moment;
import io.netwright.train.Snapshot;
import io.netwright.train.Snapshot.State;
import io.netwright.train.StopRule;
import io.netwright.train.Trainer;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.train.Transplant;
import io.netwright.train.Watch;
import io.netwright.ui.RunMaking.Made;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The training of the open project, which several views look at: the run itself, and the weights that come of it.
///
/// A run belongs to the network, data and settings that it was begun with. When one of these changes, the run is
/// outdated: it holds, its weights can still be looked at, and the next command begins a new one. Runs can wait in a
/// [RunQueue] for the one before them to end. Used on the JavaFX thread; what takes time runs in the background.
public final class Training {

    private final Session session;
    private final Executor background;
    private final Executor ui;
    private final RunMaking making;
    private final RunFiles files;

    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Transplant.@Nullable Report> adopted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CheckpointFile.@Nullable Place> checkpoint = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private @Nullable Trainer trainer;
    private @Nullable RunBasis basis;
    private final PastRuns past = new PastRuns();
    private final RunQueue queue = new RunQueue();
    /// Whether the run came out of the queue: then it goes on as it was added, whatever is changed meanwhile.
    private boolean queued;
    private final RunWatches watches = new RunWatches();
    private final TrainedWeights trained;
    private StopRule stopRule = StopRule.NEVER;
    private boolean keeping = true;

    /// @param background where plans are made and weights are written
    /// @param ui         the way back to the JavaFX thread
    /// @param failures   hears of defects, on the JavaFX thread
    public Training(Session session, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.session = session;
        this.background = background;
        this.ui = ui;
        this.making = new RunMaking(background, ui, failures);
        this.files = new RunFiles(background, ui);
        this.trained = new TrainedWeights(session, files, ui, this::steps);
        session.projectProperty().addListener((p, was, is) -> {
            close();
            if (is != null) {
                lookForCheckpoint(is);
                is.trainingProperty().addListener((q, before, now) -> settingsChanged(before, now));
            }
        });
        session.designProperty().addListener((p, was, is) -> judge());
        session.dataProperty().addListener((p, was, is) -> {
            judge();
            restore();
        });
    }

    /// @return how the run goes; holds null before the first
    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// @return why there is no run, in words; holds null where nothing is wrong
    public ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @return whether network, data or settings are no longer those of the run
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /// @return whether a run is being prepared
    public ReadOnlyBooleanProperty preparingProperty() {
        return making.busyProperty();
    }

    /// @return the losses of the run; null before the first
    public @Nullable LossHistory history() {
        return trainer == null ? null : trainer.history();
    }

    /// @return the runs of this project before the one that there is
    public PastRuns pastRuns() {
        return past;
    }

    /// @return the runs that are to come; each begins when the run before it has ended
    public RunQueue queue() {
        return queue;
    }

    /// Puts network, data and settings as they are now at the end of the queue.
    public void enqueue() {
        RunBasis now = RunBasis.now(session);
        if (now == null) {
            problem.set(noData());
        } else {
            queue.add(now);
        }
    }

    /// Begins the first run of the queue in place of the run that there is; nothing where none waits. One that cannot
    /// begin stays in the queue, and [#problemProperty] says why.
    public void beginNext() {
        RunQueue.Waiting next = queue.first();
        if (next != null) {
            prepare(next.basis(), new Command.Start(), next);
        }
    }

    /// @return whether the run came out of the queue and has not ended: changes do not hold it
    public boolean isFromQueue() {
        Snapshot s = snapshot.get();
        return queued && s != null && (s.state() == State.RUNNING || s.state() == State.PAUSED);
    }

    /// @return what the run was begun with; null before the first
    public @Nullable TrainingPlan plan() {
        return trainer == null ? null : trainer.plan();
    }

    /// @return the network that the run was begun with; null before the first
    public @Nullable Network network() {
        return basis == null ? null : basis.network();
    }

    /// @return whether a run is going on
    public boolean isRunning() {
        Snapshot s = snapshot.get();
        return s != null && s.state().isRunning();
    }

    /// @return whether a run is going on or being prepared
    public boolean isBusy() {
        return making.busyProperty().get() || isRunning();
    }

    /// @return whether there are weights of the network as it is that came of training, now or when they were saved
    public boolean isTrained() {
        return trained.areTrained();
    }

    private long steps() {
        Snapshot s = snapshot.get();
        return s == null ? 0 : s.step();
    }

    /// Tells the run what to do; begins one where there is none or it is outdated.
    public void send(Command command) {
        if (command instanceof Command.Reset) {
            if (!outdated.get()) {
                past.keep(trainer, basis);
            }
            trained.reset();
        }
        boolean goesOn = !outdated.get() || isFromQueue() && !(command instanceof Command.Reset);
        if (trainer != null && goesOn) {
            trainer.send(command);
        } else if (!(command instanceof Command.Pause) && !(command instanceof Command.Stop)) {
            RunBasis now = RunBasis.now(session);
            if (now == null) {
                problem.set(noData());
            } else {
                prepare(now, command, null);
            }
        } else if (trainer != null) {
            trainer.send(command);
        }
    }

    /// Says what is to be seen of the parameters while they are trained. Where nobody watches, nothing is computed.
    ///
    /// @param on whether from now on, or no longer; as often the one as the other
    public void watch(Watch watch, boolean on) {
        watches.watch(watch, on);
    }

    /// @return the weights as they are now, or will be once they can be had; fails with a [UserException] where there
    ///   is
    ///     no network to have weights
    public CompletableFuture<Parameters> weights() {
        RunBasis now = RunBasis.now(session);
        if (now == null) {
            return CompletableFuture.failedFuture(new UserException(noData()));
        }
        if (trainer != null && trained.fits()) {
            Precision wanted = now.spec().precision();
            return trainer.copy().thenApply(w -> w.precision() == wanted ? w : w.copy(wanted));
        }
        return CompletableFuture.supplyAsync(
                () -> now.plan(session.registry()).initial(now.spec().seed()), background);
    }

    /// Says when a run is to hold by itself, this one and those to come.
    public void stopWhen(StopRule rule) {
        stopRule = rule;
        if (trainer != null) {
            trainer.send(new Command.StopWhen(rule));
        }
    }

    /// Goes on with the run on the network, data and settings as they are now: weights that survive are kept, and so is
    /// what the optimizer remembers of them. Holds afterwards, and says what became of what in [#adoptedProperty].
    public void adopt() {
        Trainer old = trainer;
        RunBasis then = basis;
        RunBasis now = RunBasis.now(session);
        if (old == null || then == null || now == null || !outdated.get()) {
            return;
        }
        LossHistory history = old.history();
        making.wait(
                old.moment()
                        .thenApplyAsync(
                                moment -> {
                                    TrainingPlan plan = now.plan(session.registry());
                                    Transplant.Result result = Transplant.of(
                                            then.network(), moment, now.network(), plan, then.hasBatchesLike(now));
                                    return new Made(
                                            now,
                                            new Trainer(plan, result.moment(), history),
                                            new Command.Pause(),
                                            result.report());
                                },
                                background),
                made -> {
                    closeTrainer();
                    begin(made);
                },
                problem::set);
    }

    /// @return what became of the weights when the run was last continued on a changed network; holds null where it was
    ///     not
    public ReadOnlyObjectProperty<Transplant.@Nullable Report> adoptedProperty() {
        return adopted.getReadOnlyProperty();
    }

    /// @return gives all that determines what the run does next, off the JavaFX thread; null where nothing has been
    ///     trained yet
    public @Nullable Callable<Moment> moment() {
        Trainer now = trainer;
        return now == null || outdated.get() ? null : () -> now.moment().get();
    }

    /// @return where the run ended that lies in the project's folder and can be gone on with; holds null where there is
    ///     none, or another run has begun since
    public ReadOnlyObjectProperty<CheckpointFile.@Nullable Place> checkpointProperty() {
        return checkpoint.getReadOnlyProperty();
    }

    /// Goes on, to the bit, with the run that lies in the project's folder; holds first. Where it does not fit network,
    /// data and settings as they are now, [#problemProperty] says why.
    public void resume() {
        OpenProject open = session.projectProperty().get();
        RunBasis now = RunBasis.now(session);
        if (open == null || now == null) {
            problem.set(noData());
            return;
        }
        making.wait(
                CompletableFuture.supplyAsync(
                        () -> RunFiles.checkpoint(now, session.registry(), open.folder()), background),
                made -> {
                    past.keep(trainer, basis);
                    closeTrainer();
                    begin(made);
                },
                problem::set);
    }

    /// Says whether runs from now on keep their last and best moments in the project's folder; they do unless told.
    public void keepCheckpoints(boolean on) {
        keeping = on;
    }

    private void lookForCheckpoint(OpenProject open) {
        files.look(open.folder(), place -> {
            if (open == session.projectProperty().get() && steps() == 0) {
                checkpoint.set(place);
            }
        });
    }

    /// @param of what waited in the queue for this; null where nothing did
    private void prepare(RunBasis with, Command then, RunQueue.@Nullable Waiting of) {
        past.keep(trainer, basis);
        closeTrainer();
        making.wait(
                CompletableFuture.supplyAsync(
                        () -> new Made(with, new Trainer(with.plan(session.registry())), then, null), background),
                made -> {
                    if (of != null) {
                        queue.remove(of);
                        queued = true;
                    }
                    begin(made);
                },
                problem::set);
    }

    private void begin(Made run) {
        Trainer made = run.trainer();
        OpenProject open = session.projectProperty().get();
        if (open != null && keeping) {
            made.keepWith(files.keeper(open.folder(), made.plan(), why -> problem.set(why.what())));
        }
        trainer = made;
        basis = run.basis();
        problem.set(null);
        adopted.set(run.report());
        boolean fromDisk = run.first() instanceof Command.Load;
        trained.begin(fromDisk);
        if (!fromDisk) {
            checkpoint.set(null);
        }
        snapshot.set(made.latest());
        made.listen(new FxThread.Latest<>(s -> {
            if (trainer == made) {
                Snapshot before = snapshot.get();
                snapshot.set(s);
                trained.tell();
                if (RunQueue.hasEnded(before, s)) {
                    beginNext();
                }
            }
        }));
        watches.follow(made);
        judge();
        made.send(new Command.StopWhen(stopRule));
        made.send(run.first());
    }

    private static Message noData() {
        return Message.of("panels.train.noData");
    }

    /// A new learning rate or number of epochs steers the run that there is, unless it came out of the queue; any other
    /// setting outdates it.
    private void settingsChanged(TrainingSpec before, TrainingSpec now) {
        RunBasis b = basis;
        if (b != null && trainer != null && !queued && b.spec().equals(before)) {
            if (now.equals(before.withEpochs(now.epochs()))) {
                trainer.send(new Command.SetEpochs(now.epochs()));
                basis = b.with(now);
            } else if (now.equals(before.withOptimizer(now.optimizer())) && LearningRates.onlyDiffers(before, now)) {
                trainer.send(new Command.SetLearningRate(LearningRates.of(now)));
                basis = b.with(now);
            }
        }
        judge();
    }

    private void judge() {
        RunBasis now = RunBasis.now(session);
        RunBasis then = basis;
        boolean changed = then != null && !then.equals(now);
        if (changed && isRunning() && trainer != null && !queued) {
            trainer.send(new Command.Pause());
        }
        outdated.set(changed);
        // where the data cannot be had now, nothing speaks against the weights
        trained.fit(
                then != null && (now == null ? then.network().equals(session.network()) : then.hasWeightsLike(now)));
        if (trainer == null) {
            problem.set(null);
        }
    }

    /// Weights that lie beside a project are those it was trained to: a run takes them over when the project is opened.
    private void restore() {
        OpenProject open = session.projectProperty().get();
        RunBasis now = RunBasis.now(session);
        if (open == null || now == null || trainer != null) {
            return;
        }
        making.wait(
                CompletableFuture.supplyAsync(
                        () -> RunFiles.weights(now, session.registry(), open.folder()), background),
                this::begin,
                // weights of an earlier network are no news: the network changed after they were saved
                why -> problem.set(Message.of("panels.train.otherWeights", ProjectFile.WEIGHTS)));
    }

    /// Writes the weights into a project's folder; nothing where nothing was trained.
    ///
    /// @param folder of the open project, or of a copy of it
    /// @return completes on the JavaFX thread when they are on disk; fails with a [UserException] where they cannot be
    ///     written
    public CompletableFuture<Void> saveWeights(Path folder) {
        Trainer saving = trainer;
        return saving == null
                ? CompletableFuture.completedFuture(null)
                : trained.save(saving, folder, () -> saving == trainer);
    }

    private void closeTrainer() {
        watches.follow(null);
        Trainer old = trainer;
        trainer = null;
        basis = null;
        queued = false;
        adopted.set(null);
        trained.end();
        if (old != null) {
            // waits for the batch at hand, so not here
            background.execute(old::close);
        }
    }

    /// Ends the run, if there is one, and forgets it.
    public void close() {
        making.forget();
        past.clear();
        queue.clear();
        closeTrainer();
        trained.reset();
        snapshot.set(null);
        checkpoint.set(null);
        problem.set(null);
        outdated.set(false);
    }
}
