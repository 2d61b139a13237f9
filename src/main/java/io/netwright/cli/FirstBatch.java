package io.netwright.cli;

import io.netwright.data.BatchPlan;
import io.netwright.data.DataSet;
import io.netwright.data.Part;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import java.util.Arrays;

/// One batch of the first epoch, as tensors, for commands that look at a single step.
///
/// @param features `(samples, ...)`
/// @param targets  as the losses take them
record FirstBatch(Tensor features, Tensor targets) {

    /// @param k      the batch, from 0
    /// @param limit  takes no more samples than this
    static FirstBatch of(TrainingPlan plan, int k, int limit, Precision precision) {
        int[] samples = plan.data().split().of(Part.TRAIN);
        BatchPlan batches = plan.spec().shuffle()
                ? BatchPlan.shuffled(plan.spec().seed(), Part.TRAIN, samples, plan.spec().batchSize())
                : BatchPlan.inOrder(Part.TRAIN, samples, plan.spec().batchSize());
        if (k < 0 || k >= batches.batches()) {
            throw new UserException(
                    Message.of("cli.error.batch", k),
                    new UserException.Where("", "--batch"),
                    Message.of("core.expected.int", 0, batches.batches() - 1),
                    Message.of("cli.text", Integer.toString(k)),
                    null);
        }
        int[] all = batches.batch(0, k);
        int[] chosen = Arrays.copyOf(all, Math.min(limit, all.length));
        DataSet data = plan.data().prepared();
        double[] x = new double[chosen.length * data.width()];
        data.features(chosen, 0, chosen.length, x, 0);
        double[] y = new double[chosen.length * data.targetShape().elementsPerSample()];
        data.targets(chosen, 0, chosen.length, y, 0);
        return new FirstBatch(
                Tensor.of(precision, x, batched(data.sampleShape(), chosen.length)),
                Tensor.of(precision, y, batched(data.targetShape(), chosen.length)));
    }

    private static int[] batched(Shape sample, int n) {
        return Shape.batchOf(sample.raw()).at(n);
    }

    int samples() {
        return features.dim(0);
    }
}
