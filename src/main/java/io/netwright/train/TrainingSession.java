package io.netwright.train;

import io.netwright.data.BatchPlan;
import io.netwright.data.Part;
import io.netwright.op.Run;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.train.metric.Metric;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.schedule.Pace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A network being trained, step by step: weights, optimizer, and the place in the data. Synchronous and not
/// thread-safe: whoever calls it owns the weights. [Trainer] puts a thread around it, [TrainingRun] a loop.
///
/// Plan, seed and the number of steps taken determine every bit. After the last batch of an epoch [#isEpochDone] holds
/// and [#endEpoch] must be called before the next step.
public final class TrainingSession implements AutoCloseable {

    private final TrainingPlan plan;
    private final long seed;
    private final Parameters parameters;
    private final OptimizerState optimizer;
    private final Shards shards;
    private final @Nullable Evaluator evaluator;
    private final BatchPlan batches;
    private final int[] order;
    private final List<Metric.Count> counts;
    private final Pace pace;
    /// As it is set; the schedule makes of it what the optimizer gets.
    private double learningRate;

    private double lastRate;
    private int epoch;
    private int batch;
    private long step;
    private double loss = Double.NaN;
    private double lossSum;
    private int seen;
    private final List<Double> judged = new ArrayList<>();
    private long nanos;

    /// What a step came to.
    public sealed interface Outcome {

        /// The step was taken.
        ///
        /// @param loss    of the batch before the step
        /// @param samples in the batch
        record Stepped(double loss, int samples) implements Outcome {}

        /// The step was not taken; nothing has changed.
        record Diverged(Divergence divergence) implements Outcome {}
    }

    /// A look at a step from inside.
    public interface Observer {

        /// Loss and gradients are known and finite, the step is about to be taken.
        ///
        /// @param parameters before the step; live
        /// @param gradients  the gradient of a parameter by name; live, only for the time of the call
        void beforeUpdate(Parameters parameters, Function<String, @Nullable Tensor> gradients);

        /// The step has been taken.
        void afterUpdate(Parameters parameters);
    }

    /// A run from freshly drawn weights.
    ///
    /// @param seed of weights, order and dropout
    public TrainingSession(TrainingPlan plan, long seed) {
        this(plan, seed, plan.initial(seed));
    }

    /// A run from given weights.
    ///
    /// @param parameters with all that the plan's program has, in the settings' precision; handed over, and trained
    public TrainingSession(TrainingPlan plan, long seed, Parameters parameters) {
        this(plan, seed, parameters, new OptimizerState(plan.spec().update(), parameters));
    }

    /// A run that goes on from a moment of another one as that would have gone on, to the bit. Only what the report of
    /// an epoch under way counts begins anew.
    ///
    /// @param from of the same plan. Not modified.
    public TrainingSession(TrainingPlan plan, Moment from) {
        this(plan, from, from.parameters().copy(from.parameters().precision()));
    }

    private TrainingSession(TrainingPlan plan, Moment from, Parameters parameters) {
        this(plan, from.seed(), parameters, from.optimizer().on(parameters));
        epoch = from.epoch();
        batch = from.batch();
        step = from.step();
        learningRate = from.rate();
        judged.addAll(from.judged());
        pace.replay(judged);
        batches.order(epoch, order);
        steer();
    }

    private TrainingSession(TrainingPlan plan, long seed, Parameters parameters, OptimizerState optimizer) {
        if (parameters.precision() != plan.spec().precision()) {
            throw new IllegalArgumentException("weights in " + parameters.precision() + " for "
                    + plan.spec().precision());
        }
        this.plan = plan;
        this.seed = seed;
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.shards = new Shards(plan, parameters);
        int[] samples = plan.data().split().of(Part.TRAIN);
        boolean validates = plan.data().split().size(Part.VALIDATION) > 0;
        this.evaluator = validates ? new Evaluator(plan, optimizer.result()) : null;
        int size = plan.spec().batchSize();
        this.batches = plan.spec().shuffle()
                ? BatchPlan.shuffled(seed, Part.TRAIN, samples, size)
                : BatchPlan.inOrder(Part.TRAIN, samples, size);
        this.order = new int[samples.length];
        this.counts = plan.metrics().stream().map(m -> m.start(plan.task())).toList();
        this.pace = plan.pace();
        this.learningRate = optimizer.learningRate();
        batches.order(0, order);
        steer();
    }

    /// Sets the optimizer's learning rate for the next step.
    private void steer() {
        optimizer.learningRate(learningRate * pace.factor(epoch, step));
    }

    /// Sets the learning rate that the schedule goes by, from the next step on.
    public void learningRate(double rate) {
        learningRate = rate;
        steer();
    }

    /// Says for how many epochs the run is to go on in all, for schedules that look ahead.
    public void epochs(int number) {
        pace.epochs(number);
        steer();
    }

    public TrainingPlan plan() {
        return plan;
    }

    public long seed() {
        return seed;
    }

    /// @return the weights and states; live
    public Parameters parameters() {
        return parameters;
    }

    /// @return what the training has come to, to be judged and kept: the weights or their average, and the states; live
    public Parameters result() {
        return optimizer.result();
    }

    /// @return the optimizer with all it remembers; live
    public OptimizerState optimizer() {
        return optimizer;
    }

    /// @return the epochs completed
    public int epoch() {
        return epoch;
    }

    /// @return the batches of the current epoch that were trained on
    public int batch() {
        return batch;
    }

    public int batchesPerEpoch() {
        return batches.batches();
    }

    /// @return the samples of an epoch
    public int samplesPerEpoch() {
        return batches.samples();
    }

    /// @return all that determines what this does next, with tensors of its own
    public Moment moment() {
        Parameters copy = parameters.copy(parameters.precision());
        boolean done = isEpochDone();
        return new Moment(
                copy, optimizer.on(copy), seed, done ? epoch + 1 : epoch, done ? 0 : batch, step, learningRate, judged);
    }

    /// @return the steps taken
    public long step() {
        return step;
    }

    /// @return the loss of the last batch, before its step; NaN where there was none
    public double loss() {
        return loss;
    }

    /// @return into how many parts a batch is split, one a thread
    public int parts() {
        return shards.parts();
    }

    /// @return whether all batches of the epoch have been trained on, so that [#endEpoch] is due
    public boolean isEpochDone() {
        return batch == batches.batches();
    }

    /// Trains on the next batch.
    public Outcome next() {
        return next(null);
    }

    /// Trains on the next batch while `observer`, if there is one, looks on.
    public Outcome next(@Nullable Observer observer) {
        if (isEpochDone()) {
            throw new IllegalStateException("the epoch is done");
        }
        long start = System.nanoTime();
        int from = batches.from(batch);
        int to = batches.to(batch);
        Run run = new Run(seed, step, 0, 0);
        shards.run(order, from, to, run);
        double batchLoss = shards.loss();
        if (!Double.isFinite(batchLoss) || !(shards.greatestGradient() <= Divergence.MOST)) {
            return new Outcome.Diverged(FirstDiverging.find(
                    plan.training(), parameters, plan.data().prepared(), order, from, to, run, epoch + 1));
        }
        if (observer != null) {
            observer.beforeUpdate(parameters, this::gradient);
        }
        shards.count(counts);
        lastRate = optimizer.learningRate();
        if (optimizer.isSearching()) {
            optimizer.search(batchLoss, shards.again(order, from, to, run));
        }
        shards.update(optimizer);
        if (observer != null) {
            observer.afterUpdate(parameters);
        }
        loss = batchLoss;
        lossSum += batchLoss * (to - from);
        seen += to - from;
        step++;
        batch++;
        steer();
        nanos += System.nanoTime() - start;
        return new Outcome.Stepped(batchLoss, to - from);
    }

    /// @return the gradient that the last batch gave a parameter, over the whole batch; live. Null where the parameter
    ///   does
    ///     not reach the loss
    public @Nullable Tensor gradient(String parameter) {
        return shards.gradient(optimizer.names().indexOf(parameter));
    }

    /// Judges the epoch that is done and goes to the beginning of the next.
    public EpochReport endEpoch() {
        if (!isEpochDone()) {
            throw new IllegalStateException("batch " + batch + " of " + batches.batches());
        }
        var metrics = new LinkedHashMap<String, Double>();
        for (int i = 0; i < counts.size(); i++) {
            metrics.put(plan.metrics().get(i).key(), counts.get(i).value());
        }
        EpochReport report = new EpochReport(
                epoch + 1,
                step,
                lossSum / seen,
                metrics,
                evaluator == null ? null : evaluator.evaluate(Part.VALIDATION),
                seen / (nanos * 1e-9),
                lastRate);
        endEpoch(report.judgedBy());
        return report;
    }

    /// Goes to the beginning of the next epoch without judging the one that is done: it is known by which loss it was,
    /// or is to be, judged.
    public void endEpoch(double judgedBy) {
        judged.add(judgedBy);
        pace.judged(judgedBy);
        beginEpoch();
    }

    /// @return the loss on the validation part as the weights are now; empty where there is none
    public OptionalDouble validationLoss() {
        Evaluation now = evaluator == null ? null : evaluator.evaluate(Part.VALIDATION);
        return now == null ? OptionalDouble.empty() : OptionalDouble.of(now.loss());
    }

    /// Goes to the beginning of the next epoch.
    void beginEpoch() {
        epoch++;
        counts.forEach(Metric.Count::reset);
        lossSum = 0;
        seen = 0;
        nanos = 0;
        batch = 0;
        batches.order(epoch, order);
        steer();
    }

    /// Takes over other weights and states, such as a file's; the optimizer keeps what it remembers.
    ///
    /// @param from in either precision, with a tensor for each name. Not modified.
    /// @throws IllegalArgumentException where one is missing or has another size
    public void load(Parameters from) {
        parameters.copyFrom(from);
        optimizer.restart();
    }

    /// @return the gradients of the last batch by parameter; live
    public Map<String, Tensor> gradients() {
        var map = new LinkedHashMap<String, Tensor>();
        for (String name : optimizer.names()) {
            Tensor g = gradient(name);
            if (g != null) {
                map.put(name, g);
            }
        }
        return map;
    }

    /// Ends the threads, if it has any.
    @Override
    public void close() {
        shards.close();
    }
}
