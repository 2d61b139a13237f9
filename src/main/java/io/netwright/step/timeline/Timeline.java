package io.netwright.step.timeline;

import io.netwright.data.Part;
import io.netwright.train.Divergence;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSession.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A training run from its first step to its last, each place of which can be asked for in any order: before step k,
/// the weights, the states, what the optimizer remembers and the place in the data are those that the run had there, to
/// the bit. Nothing is inverted: the nearest moment that was kept before the place is restored, and the steps from
/// there are taken again.
///
/// It trains in sessions of its own and touches nobody's weights. Moments are kept at even distances, so that all of
/// them together take at most [#LIMIT] bytes, or are two where one alone takes more than half of that; beside them
/// there are eight bytes a step for the losses.
///
/// [#at] does the work, one caller at a time, and is not for the JavaFX thread; the other methods may be called from
/// any thread at any time.
public final class Timeline implements AutoCloseable {

    /// What the kept moments may take, in bytes: 64 MiB.
    public static final long LIMIT = 64L << 20;

    /// Asked between two steps.
    @FunctionalInterface
    public interface Watcher {

        /// Always goes on.
        Watcher PATIENT = step -> true;

        /// @param step steps taken
        /// @return whether to go on
        boolean goesOn(int step);
    }

    private final TrainingPlan plan;
    private final int first;
    private final int perEpoch;
    private final Keep keep;
    private final double[] losses;
    /// The losses that the completed epochs were judged by; only grows.
    private final List<Double> judged;
    private volatile int known;
    private volatile int last;
    private volatile @Nullable Divergence divergence;
    private @Nullable TrainingSession session;

    /// The run that a plan's settings and seed determine.
    public Timeline(TrainingPlan plan) {
        this(plan, Moment.before(plan, plan.initial(plan.spec().seed())), new double[0], LIMIT);
    }

    /// The run that goes on from a moment.
    ///
    /// @param from   of this plan; handed over
    /// @param before the loss of each step that was taken before. Not modified.
    /// @param limit  for the moments that are kept, in bytes
    Timeline(TrainingPlan plan, Moment from, double[] before, long limit) {
        this.plan = plan;
        this.first = Math.toIntExact(from.step());
        this.perEpoch = plan.batchesPerEpoch();
        this.last = (int) Math.min(
                Integer.MAX_VALUE - 8L, Math.max(first, (long) plan.spec().epochs() * perEpoch));
        this.losses = Arrays.copyOf(before, last);
        this.judged = new ArrayList<>(from.judged());
        this.known = first;
        this.keep = new Keep(from, last, limit);
    }

    public TrainingPlan plan() {
        return plan;
    }

    /// @return the steps that had been taken where this begins; 0 unless it branches off another run
    public int first() {
        return first;
    }

    /// @return the steps of the whole run: as many as the settings ask for, or fewer where it diverges
    public int last() {
        return last;
    }

    public int batchesPerEpoch() {
        return perEpoch;
    }

    /// @return how many steps have been taken at least once: their losses are known
    public int known() {
        return known;
    }

    /// @return the loss of a step, before its update
    /// @param step from 0, below [#known]
    public double loss(int step) {
        if (step >= known) {
            throw new IndexOutOfBoundsException(step + " of " + known);
        }
        return losses[step];
    }

    /// @return the losses of the steps that have been taken so far; of its own
    public double[] losses() {
        return Arrays.copyOf(losses, known);
    }

    /// @return why the run ends before its time; empty where it does not, or not yet
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /// @return the bytes that the kept moments take now
    public synchronized long bytes() {
        return keep.bytes();
    }

    /// Goes to a place of the run. Takes as long as training from the nearest kept moment does.
    ///
    /// @param step    so many steps have been taken there; where there is no such place, the nearest one
    /// @param watcher may end it
    /// @return the run there, with tensors of its own; empty where the watcher ended it
    public synchronized Optional<Moment> at(int step, Watcher watcher) {
        int wanted = Math.clamp(step, first, last);
        TrainingSession current = session;
        if (current == null || current.step() > wanted || keep.nearest(wanted).step() > current.step()) {
            current = reopen(wanted);
        }
        while (current.step() < Math.min(wanted, last)) {
            if (!watcher.goesOn((int) current.step())) {
                return Optional.empty();
            }
            advance(current);
        }
        return Optional.of(current.moment());
    }

    private TrainingSession reopen(int wanted) {
        close();
        TrainingSession opened = new TrainingSession(plan, keep.nearest(wanted));
        session = opened;
        return opened;
    }

    private void advance(TrainingSession current) {
        int step = (int) current.step();
        switch (current.next()) {
            case Outcome.Diverged(Divergence where) -> {
                divergence = where;
                last = step;
            }
            case Outcome.Stepped(double loss, int samples) -> {
                if (step == known) {
                    losses[step] = loss;
                    known = step + 1;
                }
                if (current.isEpochDone()) {
                    endEpoch(current);
                }
                keep.offer(current);
            }
        }
    }

    /// The first time an epoch ends it is judged, and each time after that as it was then. Where training itself is the
    /// judge, its losses are put together here: a session that began in the middle of an epoch has only some of them.
    private void endEpoch(TrainingSession current) {
        int epoch = current.epoch();
        if (epoch == judged.size()) {
            judged.add(current.validationLoss().orElseGet(() -> meanLoss(epoch)));
        }
        current.endEpoch(judged.get(epoch));
    }

    private double meanLoss(int epoch) {
        int samples = plan.data().split().size(Part.TRAIN);
        int size = plan.spec().batchSize();
        double sum = 0;
        for (int b = 0; b < perEpoch; b++) {
            sum += losses[epoch * perEpoch + b] * Math.min(size, samples - b * size);
        }
        return sum / samples;
    }

    /// Ends the threads, if there are any. Where it is asked again, it goes on.
    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
