package io.netwright.lesson;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.step.PlannedSteps;
import io.netwright.step.StepRecording;
import io.netwright.train.EpochReport;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import org.jspecify.annotations.Nullable;

/// What is true of a training at a moment: what lessons state numbers about. The next step is recorded when it is first
/// asked about, which takes time: not for the JavaFX thread.
public final class Facts {

    private final Network network;
    private final TrainingPlan plan;
    private final Moment moment;
    private final @Nullable EpochReport last;
    private @Nullable StepRecording recording;

    /// @param network what the plan was made of
    /// @param moment  not modified, and not to be modified
    /// @param last    what came of the last epoch; null before the end of the first
    public Facts(Network network, TrainingPlan plan, Moment moment, @Nullable EpochReport last) {
        this.network = network;
        this.plan = plan;
        this.moment = moment;
        this.last = last;
    }

    public Network network() {
        return network;
    }

    public TrainingPlan plan() {
        return plan;
    }

    public Moment moment() {
        return moment;
    }

    /// @return what came of the last epoch; null before the end of the first
    public @Nullable EpochReport last() {
        return last;
    }

    /// @return the step that training would take next, as the Step view shows it
    public synchronized StepRecording recording() {
        if (recording == null) {
            PlannedSteps steps = new PlannedSteps(network, plan, moment);
            int batch = steps.next();
            int samples = Math.max(1, Math.min(steps.largestBatch(), steps.samples(batch)));
            recording = steps.record(LayerRegistry.STANDARD, batch, samples);
        }
        return recording;
    }
}
