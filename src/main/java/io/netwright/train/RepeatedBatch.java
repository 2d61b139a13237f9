package io.netwright.train;

import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.optimizer.Repeatable;
import org.jspecify.annotations.Nullable;

/// A batch in one executor, which can be run again and again.
public final class RepeatedBatch implements Repeatable {

    /// Writes some of the batch's samples where an executor reads them.
    @FunctionalInterface
    public interface Feeder {

        /// Sets the executor's batch to the samples from `from` (inclusive) to `to` (exclusive) of this batch.
        void fill(Executor executor, int from, int to);
    }

    private final Executor executor;
    private final Head head;
    private final Feeder feeder;
    private final int samples;
    private final Run run;

    /// @param samples in the batch
    /// @param run     seed and step
    public RepeatedBatch(Executor executor, Head head, Feeder feeder, int samples, Run run) {
        this.executor = executor;
        this.head = head;
        this.feeder = feeder;
        this.samples = samples;
        this.run = run;
    }

    @Override
    public double run() {
        feeder.fill(executor, 0, samples);
        executor.run(run);
        return executor.loss();
    }

    @Override
    public @Nullable Tensor gradient(int p) {
        Program program = executor.program();
        return program.gradient(program.trained().get(p).value())
                .map(executor::tensor)
                .orElse(null);
    }

    /// Lets each prediction be the only one that is off, by 1: then the derivative of the squared error is, but for a
    /// known factor, that of the prediction.
    @Override
    public void eachPrediction(EachPrediction each) {
        Program program = executor.program();
        if (program.losses().size() != 1 || !program.updates().isEmpty()) {
            throw noSquares();
        }
        for (int n = 0; n < samples; n++) {
            feeder.fill(executor, n, n + 1);
            Run one = new Run(run.seed(), run.step(), run.firstSample() + n, run.instruction());
            executor.run(one);
            Tensor target = executor.tensor(head.target());
            double[] wanted = target.toArray();
            double[] said = executor.tensor(head.prediction()).toArray();
            if (said.length != wanted.length) {
                throw noSquares();
            }
            for (int k = 0; k < said.length; k++) {
                double scale = off(target, said, k, 1, one);
                if (n == 0 && k == 0) {
                    double far = off(target, said, k, 2, one);
                    if (!(scale > 0) || Math.abs(far - 4 * scale) > 1e-3 * far) {
                        throw noSquares();
                    }
                    off(target, said, k, 1, one);
                }
                each.on(said[k] - wanted[k], 1 / (2 * scale));
            }
        }
    }

    /// @return the loss where prediction number `k` is too large by `distance` and all others are right
    private double off(Tensor target, double[] said, int k, double distance, Run one) {
        for (int i = 0; i < said.length; i++) {
            target.set(i, said[i] - (i == k ? distance : 0));
        }
        executor.run(one);
        return executor.loss();
    }

    private static UserException noSquares() {
        return new UserException(Message.of("train.problem.noSquares"));
    }
}
