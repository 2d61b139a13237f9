package io.netwright.train;

import io.netwright.program.Parameters;
import io.netwright.train.optimizer.OptimizerState;
import java.util.List;

/// A run between two batches, with tensors of its own: all that determines what it does next.
///
/// @param parameters weights and states
/// @param optimizer  at work on them, with all it remembers
/// @param seed       of order and dropout
/// @param epoch      the epoch that the next batch belongs to, from 0
/// @param batch      the next batch in that epoch, from 0
/// @param step       how many steps have been taken
/// @param rate       the learning rate as it is set; the schedule makes of it what the optimizer gets
/// @param judged     the loss that each completed epoch was judged by
public record Moment(
        Parameters parameters,
        OptimizerState optimizer,
        long seed,
        int epoch,
        int batch,
        long step,
        double rate,
        List<Double> judged) {

    public Moment {
        judged = List.copyOf(judged);
    }

    /// @return the moment before the first step of a run from given weights
    ///
    /// @param parameters belong to the moment from now on
    public static Moment before(TrainingPlan plan, Parameters parameters) {
        OptimizerState optimizer = new OptimizerState(plan.spec().update(), parameters);
        double rate = optimizer.learningRate();
        optimizer.learningRate(rate * plan.pace().factor(0, 0));
        return new Moment(parameters, optimizer, plan.spec().seed(), 0, 0, 0, rate, List.of());
    }
}
