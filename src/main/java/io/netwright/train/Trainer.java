package io.netwright.train;

import io.netwright.program.Parameters;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Snapshot.State;
import io.netwright.train.TrainingSession.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains on a thread of its own, which alone touches the weights. Told what to do by [#send], from any thread; says
/// how it goes by [Snapshot]s, of which only the latest counts, and by a [LossHistory], in which nothing is lost.
public final class Trainer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    /// How often a running trainer says how it goes: about once a frame.
    private static final long PUBLISH_NANOS = 16_000_000;

    private final TrainingPlan plan;
    private final Orders orders = new Orders();
    private final Watchers watchers = new Watchers();
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile LossHistory history = new LossHistory();
    private volatile Snapshot latest;
    private volatile @Nullable Thread thread;

    // the rest belongs to the training thread
    private TrainingSession session;
    private final StopRule.Watching stops = new StopRule.Watching();
    private final Keeping keeping = new Keeping();
    private @Nullable Moment best;
    private State state = State.READY;
    private int epochs;
    private boolean toEndOfEpoch;
    private final Speed speed = new Speed();
    private @Nullable EpochReport lastEpoch;
    private @Nullable Statistics statistics;
    private @Nullable Divergence divergence;
    private @Nullable Message problem;
    private long published;

    /// A trainer with a platform thread of its own and fresh weights. Draws them and takes the memory of a step, so
    /// make it off the FX thread.
    public Trainer(TrainingPlan plan) {
        this(
                plan,
                loop -> Thread.ofPlatform().name("netwright-trainer").daemon().start(loop));
    }

    /// @param executor runs the training loop, which returns only after [#close]
    public Trainer(TrainingPlan plan, Executor executor) {
        this.plan = plan;
        this.session = new TrainingSession(plan, plan.spec().seed());
        this.epochs = plan.spec().epochs();
        this.latest = snapshot();
        executor.execute(this::loop);
    }

    /// A trainer that goes on from a moment of another run, whose losses it appends to.
    ///
    /// @param from    of this plan; not modified
    /// @param history of that run; handed over
    public Trainer(TrainingPlan plan, Moment from, LossHistory history) {
        this.plan = plan;
        this.session = new TrainingSession(plan, from);
        this.history = history;
        this.epochs = Math.max(plan.spec().epochs(), from.epoch() + 1);
        session.epochs(epochs);
        this.state = State.PAUSED;
        this.latest = snapshot();
        Thread.ofPlatform().name("netwright-trainer").daemon().start(this::loop);
    }

    public TrainingPlan plan() {
        return plan;
    }

    /// Tells the trainer what to do; returns at once.
    public void send(Command command) {
        orders.add(command);
        if (ended.isDone()) {
            orders.refuse();
        }
    }

    /// @return what the training has come to after the batch at hand: the weights, or their average where one is made
    public CompletableFuture<Parameters> copy() {
        var copy = new CompletableFuture<Parameters>();
        send(new Command.Copy(copy));
        return copy;
    }

    /// @return all that determines what comes after the batch at hand
    public CompletableFuture<Moment> moment() {
        var copy = new CompletableFuture<Moment>();
        send(new Command.CopyMoment(copy));
        return copy;
    }

    /// @return how it goes, as of a frame ago
    public Snapshot latest() {
        return latest;
    }

    /// @return all losses of the current run; a reset begins another one
    public LossHistory history() {
        return history;
    }

    /// Has each snapshot handed to `listener`, on the training thread, which waits for it meanwhile: about sixty times
    /// a second, and at once when the state changes.
    ///
    /// @return ends that
    public Subscription listen(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Has statistics made for the snapshots. Where nobody watches, nothing is computed for it.
    ///
    /// @return ends that
    public Subscription watch(Watch watch) {
        return watchers.add(watch);
    }

    /// Has the run's last and best moments kept from now on: every few seconds and whenever it holds.
    ///
    /// @param keeper called on the training thread; null for nobody
    public void keepWith(@Nullable Keeper keeper) {
        keeping.keeper(keeper);
    }

    /// Something that goes on until it is closed.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// Ends the thread after the batch at hand; returns when it has ended, unless it is the one that calls.
    @Override
    public void close() {
        orders.close();
        if (Thread.currentThread() != thread) {
            ended.join();
        }
    }

    private void loop() {
        thread = Thread.currentThread();
        try {
            while (!orders.isClosed()) {
                Command command = orders.next(!state.isRunning());
                if (command != null) {
                    obey(command);
                } else if (!orders.isClosed()) {
                    train(isLastBatch());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            session.close();
            ended.complete(null);
            orders.refuse();
        }
    }

    private void obey(Command command) {
        try {
            switch (command) {
                case Command.Start s -> start(false);
                case Command.StepEpoch s -> start(true);
                case Command.StepBatch s -> stepBatch();
                case Command.Pause p -> hold(State.PAUSED, state.isRunning());
                case Command.Stop s -> hold(State.STOPPED, state.isRunning() || state == State.PAUSED);
                case Command.Reset(long seed) -> reset(seed);
                case Command.SetLearningRate(double rate) -> session.learningRate(rate);
                case Command.SetEpochs(int wanted) -> goOnFor(wanted);
                case Command.Load(Parameters parameters) -> load(parameters);
                case Command.StopWhen(StopRule rule) -> stops.rule(rule);
                case Command.BackToBest b -> backToBest();
                case Command.CopyMoment(var moment) -> moment.complete(session.moment());
                case Command.Copy(var copy) ->
                    copy.complete(session.result().copy(plan.spec().precision()));
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        if (!state.isRunning()) {
            keeping.between(session, history, true);
        }
        publish();
    }

    private void start(boolean oneEpoch) {
        if (state == State.FAILED) {
            return;
        }
        if (!oneEpoch && session.epoch() >= epochs || state == State.STOPPED) {
            goOnFor(session.epoch() + plan.spec().epochs());
        }
        toEndOfEpoch = oneEpoch;
        divergence = null;
        problem = null;
        speed.reset();
        state = State.RUNNING;
    }

    private void goOnFor(int wanted) {
        epochs = wanted;
        session.epochs(wanted);
    }

    private void stepBatch() {
        if (state != State.FAILED) {
            start(true);
            train(true);
            hold(State.PAUSED, state.isRunning());
        }
    }

    private void hold(State how, boolean applies) {
        if (applies) {
            state = how;
        }
    }

    private void load(Parameters parameters) {
        session.load(parameters);
        if (state != State.READY && state != State.FAILED) {
            divergence = null;
            problem = null;
            state = State.PAUSED;
        }
    }

    private void backToBest() {
        Moment to = best;
        if (to != null) {
            session.close();
            session = new TrainingSession(plan, to);
            session.epochs(epochs);
            divergence = null;
            problem = null;
            state = State.PAUSED;
        }
    }

    private void reset(long seed) {
        best = null;
        keeping.reset();
        stops.reset();
        session.close();
        session = new TrainingSession(plan, seed);
        history = new LossHistory();
        epochs = plan.spec().epochs();
        lastEpoch = null;
        statistics = null;
        divergence = null;
        problem = null;
        speed.reset();
        state = State.READY;
    }

    /// @return whether the run holds after the batch at hand
    private boolean isLastBatch() {
        return session.batch() + 1 == session.batchesPerEpoch() && (toEndOfEpoch || session.epoch() + 1 == epochs);
    }

    /// Trains on one batch; at the end of an epoch, judges it.
    ///
    /// @param last whether the run holds then: what is seen of this batch is what stays on the screen
    private void train(boolean last) {
        try {
            long start = System.nanoTime();
            List<Watch> due = watchers.due(start, last);
            var observer = due.isEmpty() && !stops.asksForRatios()
                    ? null
                    : new StatisticsObserver(plan.training(), due.isEmpty() ? List.of(Watch.ALL) : due);
            switch (session.next(observer)) {
                case Outcome.Diverged(Divergence where) -> {
                    divergence = where;
                    problem = where.message();
                    state = State.DIVERGED;
                }
                case Outcome.Stepped(double loss, int samples) -> {
                    long now = System.nanoTime();
                    history.add(loss);
                    speed.add(now - start, samples);
                    if (observer != null) {
                        watchers.served(due, now);
                        statistics = observer.statistics(session.step());
                    }
                    boolean judged = endEpoch();
                    Message why = stops.step(session.step(), loss, observer == null ? null : statistics);
                    holdBecause(why == null && judged ? stops.afterEpoch() : why);
                }
            }
            keeping.between(session, history, !state.isRunning());
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        if (!state.isRunning() || System.nanoTime() - published > PUBLISH_NANOS) {
            publish();
        }
    }

    private void holdBecause(@Nullable Message why) {
        if (why != null && (state.isRunning() || state == State.PAUSED)) {
            state = State.PAUSED;
            problem = why;
        }
    }

    /// @return whether an epoch has ended
    private boolean endEpoch() {
        boolean ends = session.isEpochDone();
        if (ends) {
            EpochReport report = session.endEpoch();
            history.add(report);
            lastEpoch = report;
            if (stops.epoch(report)) {
                best = session.moment();
                keeping.best(best);
            }
            if (toEndOfEpoch) {
                state = State.PAUSED;
            }
            if (session.epoch() == epochs) {
                state = State.FINISHED;
            }
        }
        return ends;
    }

    private void fail(Throwable e) {
        if (e instanceof UserException refused) {
            problem = refused.what();
            state = State.FAILED;
            return;
        }
        LOG.error("Training failed in epoch {}, step {}", session.epoch() + 1, session.step() + 1, e);
        problem = Message.of(e instanceof OutOfMemoryError ? "train.problem.memory" : "train.problem.defect");
        state = State.FAILED;
    }

    private void publish() {
        published = System.nanoTime();
        latest = snapshot();
        for (Consumer<Snapshot> listener : listeners) {
            try {
                listener.accept(latest);
            } catch (RuntimeException e) {
                LOG.error("A listener failed; training goes on", e);
            }
        }
    }

    private Snapshot snapshot() {
        return new Snapshot(
                state,
                session.seed(),
                session.epoch(),
                epochs,
                session.batch(),
                session.batchesPerEpoch(),
                session.step(),
                session.loss(),
                session.optimizer().learningRate(),
                lastEpoch,
                speed.perSecond(),
                timeLeft(),
                statistics,
                problem,
                divergence,
                session.parts());
    }

    private @Nullable Duration timeLeft() {
        double rate = speed.perSecond();
        if (!state.isRunning() || rate == 0) {
            return null;
        }
        int end = toEndOfEpoch ? session.epoch() + 1 : epochs;
        double done = session.epoch() + (double) session.batch() / session.batchesPerEpoch();
        return Duration.ofMillis((long) Math.max(0, (end - done) * session.samplesPerEpoch() / rate * 1000));
    }
}
