package io.netwright.train.check;

import io.netwright.data.Part;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.train.Feed;
import io.netwright.train.TrainingPlan;
import java.util.List;
import java.util.function.Consumer;

/// The gradient check of a network on its own data: what the command line and the window do.
public final class PlanCheck {

    private PlanCheck() {}

    /// Checks the gradients that the first batch of the training part gives.
    ///
    /// @param weights of the plan's program, in either precision. Not modified.
    /// @param batch   samples, at most; a few are enough and keep kinks rare
    public static GradientReport check(
            TrainingPlan plan, Parameters weights, int batch, GradientCheck.Settings settings) {
        return check(plan, weights, batch, settings, GradientCheck.Progress.PATIENT);
    }

    /// As [#check(TrainingPlan, Parameters, int, GradientCheck.Settings)], watched.
    ///
    /// @throws java.util.concurrent.CancellationException where `progress` ended it
    public static GradientReport check(
            TrainingPlan plan,
            Parameters weights,
            int batch,
            GradientCheck.Settings settings,
            GradientCheck.Progress progress) {
        int n = Math.min(batch, plan.data().split().size(Part.TRAIN));
        return GradientCheck.check(plan.training(), weights, n, feed(plan, n), run(plan), settings, progress);
    }

    /// Compares one element of a report with quotients of many widths, see [GradientCheck#widths].
    ///
    /// @param weights and `batch`, as they were for the report
    public static List<GradientCheck.Width> widths(
            TrainingPlan plan, Parameters weights, int batch, GradientReport.Element element) {
        int n = Math.min(batch, plan.data().split().size(Part.TRAIN));
        return GradientCheck.widths(
                plan.training(), weights, n, feed(plan, n), run(plan), GradientCheck.Settings.DEFAULT, element);
    }

    private static Run run(TrainingPlan plan) {
        return new Run(plan.spec().seed(), 0, 0, 0);
    }

    /// @return what writes the first `n` samples of the training part
    static Consumer<Executor> feed(TrainingPlan plan, int n) {
        int[] samples = plan.data().split().of(Part.TRAIN);
        return executor -> Feed.fill(executor, plan.data().prepared(), samples, 0, n);
    }
}
