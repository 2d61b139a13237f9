package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.data.Part;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.train.metric.Metric;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Repeatable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Runs training batches, each in one part or in several parts on threads of their own, and hands out loss and
/// gradients of the whole.
///
/// Each part has an executor; all read the same parameters. Gradients are added up part by part in their order, so the
/// same number of parts gives the same bits. Warm, nothing is allocated but a few objects a batch.
final class Shards implements AutoCloseable {

    /// Fewer numbers than this are not worth handing to threads.
    private static final int LEAST_NUMBERS = 32_768;

    private final DataSet data;
    private final Head head;
    private final Executor[] executors;
    private final @Nullable Team team;
    /// By parameter; null where it does not reach the loss.
    private final @Nullable Tensor[] gradients;
    /// Each different gradient once, by part.
    private final List<Tensor[]> distinct;
    private final List<List<Slice>> gradientSlices;
    private final List<List<Slice>> parameterSlices;
    private final int[] bounds;
    private final double[] greatest;
    private int active = 1;

    /// What one thread does of a step over all numbers.
    private record Slice(int index, int from, int to) {}

    Shards(TrainingPlan plan, Parameters parameters) {
        Program program = plan.training();
        TrainingSpec spec = plan.spec();
        int samples = plan.data().split().size(Part.TRAIN);
        int batch = Math.min(spec.batchSize(), samples);
        int parts = Sharding.parts(program, batch, spec.threads(), plan.flops());
        this.data = plan.data().prepared();
        this.head = plan.trainingHead();
        this.executors = new Executor[parts];
        for (int k = 0; k < parts; k++) {
            executors[k] = new Executor(program, parameters, (batch + parts - 1) / parts, false);
        }
        this.team = parts > 1 ? new Team(parts) : null;
        this.gradients = new Tensor[program.trained().size()];
        this.distinct = new ArrayList<>();
        findGradients(program);
        this.bounds = new int[parts + 1];
        this.greatest = new double[parts];
        this.gradientSlices =
                slices(distinct.stream().mapToInt(g -> g[0].size()).toArray(), parts);
        int[] sizes = new int[gradients.length];
        for (int p = 0; p < sizes.length; p++) {
            Tensor g = gradients[p];
            sizes[p] = g == null ? 0 : g.size();
        }
        this.parameterSlices = slices(sizes, parts);
    }

    private void findGradients(Program program) {
        Map<Integer, Tensor[]> byValue = new LinkedHashMap<>();
        List<Program.Parameter> trained = program.trained();
        for (int p = 0; p < gradients.length; p++) {
            Optional<Value> gradient = program.gradient(trained.get(p).value());
            if (gradient.isPresent()) {
                Tensor[] parts = byValue.computeIfAbsent(gradient.get().id(), id -> {
                    Tensor[] each = new Tensor[executors.length];
                    for (int k = 0; k < each.length; k++) {
                        each[k] = executors[k].tensor(gradient.get());
                    }
                    return each;
                });
                gradients[p] = parts[0];
            }
        }
        distinct.addAll(byValue.values());
    }

    /// Cuts tensors of these sizes, laid end to end, into one piece a thread; into one piece where they are small.
    private static List<List<Slice>> slices(int[] sizes, int parts) {
        long total = 0;
        for (int size : sizes) {
            total += size;
        }
        int shares = total < LEAST_NUMBERS ? 1 : parts;
        List<List<Slice>> slices = new ArrayList<>();
        for (int k = 0; k < shares; k++) {
            List<Slice> mine = new ArrayList<>();
            long begin = total * k / shares;
            long end = total * (k + 1) / shares;
            long at = 0;
            for (int i = 0; i < sizes.length; i++) {
                int from = (int) Math.clamp(begin - at, 0, sizes[i]);
                int to = (int) Math.clamp(end - at, 0, sizes[i]);
                if (from < to) {
                    mine.add(new Slice(i, from, to));
                }
                at += sizes[i];
            }
            slices.add(List.copyOf(mine));
        }
        return slices;
    }

    /// @return the number of parts of a full batch
    int parts() {
        return executors.length;
    }

    /// Runs one batch forwards and backwards. Nothing but this object's own memory changes.
    ///
    /// @param order the samples of the epoch; the batch is `order[from]` to `order[to - 1]`
    /// @param run   seed and step
    void run(int[] order, int from, int to, Run run) {
        int n = to - from;
        active = Math.min(executors.length, n);
        for (int k = 0; k <= active; k++) {
            bounds[k] = from + (int) ((long) n * k / active);
        }
        each(k -> {
            if (k < active) {
                Executor e = executors[k];
                Feed.fill(e, data, order, bounds[k], bounds[k + 1]);
                e.run(new Run(run.seed(), run.step(), bounds[k] - from, 0));
            }
        });
        share(gradientSlices, this::combine);
    }

    private void each(IntConsumer job) {
        if (team == null) {
            job.accept(0);
        } else {
            team.run(job);
        }
    }

    /// Runs `job` for each of `slices`, which are as many as there are threads, or one.
    private void share(List<List<Slice>> slices, IntConsumer job) {
        if (slices.size() == 1) {
            job.accept(0);
        } else {
            each(job);
        }
    }

    private double weight(int k) {
        return (double) (bounds[k + 1] - bounds[k]) / (bounds[active] - bounds[0]);
    }

    /// Makes the first part's gradients those of the whole batch, for one thread's share of the numbers.
    private void combine(int thread) {
        double most = 0;
        for (Slice s : gradientSlices.get(thread)) {
            Tensor[] parts = distinct.get(s.index());
            for (int k = 1; k < active; k++) {
                double keep = k == 1 ? weight(0) : 1;
                Vectors.combine(parts[0], keep, parts[k], weight(k), s.from(), s.to());
            }
            most = Math.max(most, Vectors.maxAbs(parts[0], s.from(), s.to()));
        }
        greatest[thread] = most;
    }

    /// @return the loss of the batch, the mean over its samples
    double loss() {
        if (active == 1) {
            return executors[0].loss();
        }
        double loss = 0;
        for (int k = 0; k < active; k++) {
            loss += weight(k) * executors[k].loss();
        }
        return loss;
    }

    /// @return the greatest absolute value in any gradient; not finite where any is not
    double greatestGradient() {
        double most = 0;
        for (double g : greatest) {
            most = Math.max(most, g);
        }
        return most;
    }

    /// @return the gradient of parameter number `p` over the batch; null where it does not reach the loss
    @Nullable
    Tensor gradient(int p) {
        return gradients[p];
    }

    /// @return the batch of the last [#run], to be run again with other parameters
    Repeatable again(int[] order, int from, int to, Run run) {
        return new Repeatable() {
            @Override
            public double run() {
                Shards.this.run(order, from, to, run);
                return loss();
            }

            @Override
            public @Nullable Tensor gradient(int p) {
                return gradients[p];
            }

            @Override
            public void eachPrediction(EachPrediction each) {
                RepeatedBatch.Feeder feeder = (e, a, b) -> Feed.fill(e, data, order, from + a, from + b);
                new RepeatedBatch(executors[0], head, feeder, to - from, run).eachPrediction(each);
            }
        };
    }

    /// Takes a step with the gradients of the last batch, which are clipped where the settings say so, and lets the
    /// states take over.
    void update(OptimizerState optimizer) {
        optimizer.begin(gradients);
        if (optimizer.isClipping()) {
            share(gradientSlices, thread -> {
                for (Slice s : gradientSlices.get(thread)) {
                    optimizer.clip(distinct.get(s.index())[0], s.from(), s.to());
                }
            });
        }
        share(parameterSlices, thread -> {
            for (Slice s : parameterSlices.get(thread)) {
                Tensor g = gradients[s.index()];
                if (g != null) {
                    optimizer.update(s.index(), g, s.from(), s.to());
                }
            }
        });
        executors[0].updateStates();
    }

    /// Adds the last batch's predictions to each count.
    void count(List<Metric.Count> counts) {
        for (Metric.Count count : counts) {
            for (int k = 0; k < active; k++) {
                count.add(executors[k].tensor(head.prediction()), executors[k].tensor(head.target()));
            }
        }
    }

    @Override
    public void close() {
        if (team != null) {
            team.close();
        }
    }
}
