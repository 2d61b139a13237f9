package io.netwright.train;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.metric.Accuracy;
import io.netwright.train.metric.Mae;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.Sgd;
import io.netwright.train.optimizer.UpdateSpec;
import io.netwright.train.schedule.ScheduleSequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How a network is to be trained: what `training` in a project file says. Immutable and comparable.
///
/// Each setting but the optimizer, the schedule, the groups of parameters and the metrics is declared as a [Prop],
/// which says its key, its default and what is allowed; the file format, the training panel and the command line follow
/// from that. Labels are in the bundles under `train.prop.<key>`.
///
/// @param update    how weights follow from gradients: the optimizer and what is around it
/// @param schedule  how the learning rate goes over the run
/// @param epochs    how often to go through the training part
/// @param batchSize the samples of one step; the last batch of an epoch may be smaller
/// @param seed      of initial weights, order of samples and dropout
/// @param precision of weights and of all that is computed
/// @param threads   into how many parts, one a thread, a batch is split at most. The numbers depend on it, not on the
///                  machine: sums of gradients are rounded differently for another number of parts
/// @param shuffle   whether each epoch goes through the samples in an order of its own
/// @param metrics   the keys of the metrics to report; those that do not fit the data are left out
/// @param logEvery  after how many epochs a run without a window writes a line
public record TrainingSpec(
        UpdateSpec update,
        ScheduleSequence schedule,
        int epochs,
        int batchSize,
        long seed,
        Precision precision,
        int threads,
        boolean shuffle,
        List<String> metrics,
        int logEvery) {

    public static final Prop.IntProp EPOCHS = new Prop.IntProp("epochs", 20, 1, 1_000_000);

    public static final Prop.IntProp BATCH_SIZE = new Prop.IntProp("batchSize", 32, 1, 1 << 20);

    public static final Prop.IntProp SEED = new Prop.IntProp("seed", 1, 0, Integer.MAX_VALUE);

    public static final Prop.ChoiceProp PRECISION = new Prop.ChoiceProp(
            "precision",
            Precision.FLOAT32.text(),
            Arrays.stream(Precision.values()).map(Precision::text).toList());

    public static final Prop.IntProp THREADS = new Prop.IntProp("threads", 2, 1, 256);

    public static final Prop.BoolProp SHUFFLE = new Prop.BoolProp("shuffle", true);

    public static final Prop.IntProp LOG_EVERY = new Prop.IntProp("logEvery", 1, 1, 1_000_000);

    /// The settings that are declared as properties, in the order of files and panels.
    public static final List<Prop<?>> PROPS = Stream.concat(
                    Stream.of(EPOCHS, BATCH_SIZE, ScheduleSequence.UNIT, SEED, PRECISION, THREADS, SHUFFLE, LOG_EVERY),
                    UpdateSpec.PROPS.stream())
            .toList();

    public static final TrainingSpec DEFAULT = new TrainingSpec(
            UpdateSpec.of(OptimizerSpec.of(Sgd.TYPE)),
            ScheduleSequence.CONSTANT,
            EPOCHS.defaultValue(),
            BATCH_SIZE.defaultValue(),
            SEED.defaultValue(),
            Precision.parse(PRECISION.defaultValue()),
            THREADS.defaultValue(),
            SHUFFLE.defaultValue(),
            List.of(Accuracy.KEY, Mae.KEY),
            LOG_EVERY.defaultValue());

    public TrainingSpec {
        metrics = List.copyOf(metrics);
    }

    /// @return everything that this says, as it stands in a project file; the optimizer only as far as it differs from
    ///     its defaults
    public PropValue.Fields encode() {
        return SpecCodec.encode(this);
    }

    /// @param raw what stands in a project file; a setting that is absent has its default
    /// @param at  the file, and the place of `raw` in it, such as `training`
    /// @throws UserException where something makes no sense, with its place
    public static TrainingSpec decode(PropValue raw, Where at) {
        return SpecCodec.decode(raw, at);
    }

    public OptimizerSpec optimizer() {
        return update.optimizer();
    }

    public TrainingSpec withOptimizer(OptimizerSpec newOptimizer) {
        return withUpdate(update.withOptimizer(newOptimizer));
    }

    public TrainingSpec withUpdate(UpdateSpec newUpdate) {
        return new TrainingSpec(
                newUpdate, schedule, epochs, batchSize, seed, precision, threads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withSchedule(ScheduleSequence newSchedule) {
        return new TrainingSpec(
                update, newSchedule, epochs, batchSize, seed, precision, threads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withEpochs(int newEpochs) {
        return new TrainingSpec(
                update, schedule, newEpochs, batchSize, seed, precision, threads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withBatchSize(int newBatchSize) {
        return new TrainingSpec(
                update, schedule, epochs, newBatchSize, seed, precision, threads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withSeed(long newSeed) {
        return new TrainingSpec(
                update, schedule, epochs, batchSize, newSeed, precision, threads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withPrecision(Precision newPrecision) {
        return new TrainingSpec(
                update, schedule, epochs, batchSize, seed, newPrecision, threads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withThreads(int newThreads) {
        return new TrainingSpec(
                update, schedule, epochs, batchSize, seed, precision, newThreads, shuffle, metrics, logEvery);
    }

    public TrainingSpec withShuffle(boolean newShuffle) {
        return new TrainingSpec(
                update, schedule, epochs, batchSize, seed, precision, threads, newShuffle, metrics, logEvery);
    }

    public TrainingSpec withMetrics(List<String> newMetrics) {
        return new TrainingSpec(
                update, schedule, epochs, batchSize, seed, precision, threads, shuffle, newMetrics, logEvery);
    }

    public TrainingSpec withLogEvery(int newLogEvery) {
        return new TrainingSpec(
                update, schedule, epochs, batchSize, seed, precision, threads, shuffle, metrics, newLogEvery);
    }
}
