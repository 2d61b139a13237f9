package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.data.Part;
import io.netwright.data.Target;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.train.metric.Classes;
import io.netwright.train.metric.Metric;
import io.netwright.train.metric.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Judges a network on samples that have targets, batch by batch, in evaluation mode. Owned by the thread that owns the
/// parameters, which it only reads.
public final class Evaluator {

    /// Samples to a batch: enough for the matrix products to be fast, few enough for the memory of wide layers.
    static final int BATCH = 256;

    private final TrainingPlan plan;
    private final DataSet data;
    private final Executor executor;
    private final List<Metric.Count> counts;

    /// @param parameters of the plan's programs; read anew at each call
    public Evaluator(TrainingPlan plan, Parameters parameters) {
        this.plan = plan;
        this.data = plan.data().prepared();
        this.executor = new Executor(plan.evaluation(), parameters, Math.min(BATCH, data.size()), false);
        this.counts = plan.metrics().stream().map(m -> m.start(plan.task())).toList();
    }

    /// @return the judgement on a part; null where the part is empty
    public @Nullable Evaluation evaluate(Part part) {
        int[] samples = plan.data().split().of(part);
        return samples.length == 0 ? null : evaluate(samples);
    }

    /// @param samples indices into the data, at least one
    public Evaluation evaluate(int[] samples) {
        counts.forEach(Metric.Count::reset);
        List<String> classes = classNames();
        long[][] confusion = new long[classes.size()][classes.size()];
        double loss = 0;
        for (int from = 0; from < samples.length; from += BATCH) {
            int to = Math.min(from + BATCH, samples.length);
            Feed.fill(executor, data, samples, from, to);
            executor.run(Run.PLAIN);
            loss += executor.loss() * (to - from) / samples.length;
            Tensor prediction = executor.tensor(plan.evaluationHead().prediction());
            Tensor target = executor.tensor(plan.evaluationHead().target());
            counts.forEach(c -> c.add(prediction, target));
            if (!classes.isEmpty()) {
                confuse(prediction, target, confusion);
            }
        }
        var metrics = new LinkedHashMap<String, Double>();
        for (int i = 0; i < counts.size(); i++) {
            metrics.put(plan.metrics().get(i).key(), counts.get(i).value());
        }
        return new Evaluation(
                samples.length, loss, metrics, classes.isEmpty() ? null : new ConfusionMatrix(classes, confusion));
    }

    /// @return the names of the classes that predictions can be read as; empty where they cannot
    private List<String> classNames() {
        int outputs = plan.evaluationHead().prediction().shape().elementsPerSample();
        return switch (data.target()) {
            case Target.Classes c
            when plan.task() == Task.CLASS_INDEX && c.classNames().size() <= outputs ->
                IntStream.range(0, outputs)
                        .mapToObj(
                                i -> i < c.classNames().size() ? c.classNames().get(i) : "#" + i)
                        .toList();
            case Target.Classes c
            when plan.task() == Task.BINARY_LOGITS && c.classNames().size() == 2 -> c.classNames();
            case Target.Probabilities p when plan.task() == Task.CLASS_PROBABILITIES -> p.classNames();
            default -> List.of();
        };
    }

    private void confuse(Tensor prediction, Tensor target, long[][] counts) {
        for (int row = 0; row < prediction.dim(0); row++) {
            int actual =
                    plan.task() == Task.CLASS_PROBABILITIES ? Classes.greatest(target, row) : (int) target.get(row);
            int predicted = plan.task() == Task.BINARY_LOGITS
                    ? prediction.get(row) > 0 ? 1 : 0
                    : Classes.greatest(prediction, row);
            counts[actual][predicted]++;
        }
    }
}
