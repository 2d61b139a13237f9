package io.netwright.step;

import io.netwright.data.BatchPlan;
import io.netwright.data.DataSet;
import io.netwright.data.Part;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.op.Run;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.Precision;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import java.util.Arrays;

/// The steps of an epoch, each of which can be recorded: what training would do next, were it to take this batch.
///
/// Recorded in float64 whatever the plan's precision, because a recording is there to be understood.
public final class PlannedSteps {

    private final Network network;
    private final TrainingPlan plan;
    private final Moment moment;
    private final BatchPlan batches;

    /// The first steps of a run from given weights.
    ///
    /// @param network    what the plan was made of
    /// @param parameters with all that the plan's program has; not modified, and not to be modified while this is in
    ///   use
    public PlannedSteps(Network network, TrainingPlan plan, Parameters parameters) {
        this(network, plan, Moment.before(plan, parameters));
    }

    /// From a moment of a run: with the batches of its epoch.
    ///
    /// @param network what the plan was made of
    public PlannedSteps(Network network, TrainingPlan plan, Moment moment) {
        this.network = network;
        this.plan = plan;
        this.moment = moment;
        int[] samples = plan.data().split().of(Part.TRAIN);
        int size = plan.spec().batchSize();
        this.batches = plan.spec().shuffle()
                ? BatchPlan.shuffled(moment.seed(), Part.TRAIN, samples, size)
                : BatchPlan.inOrder(Part.TRAIN, samples, size);
    }

    public Network network() {
        return network;
    }

    /// @return what the steps follow from
    public TrainingPlan plan() {
        return plan;
    }

    /// @return where the steps begin; not to be modified
    public Moment moment() {
        return moment;
    }

    /// @return the batches of an epoch; at least one
    public int batches() {
        return batches.batches();
    }

    /// @return the batch that training would take next
    public int next() {
        return moment.batch();
    }

    /// @return the most samples of a batch that can be recorded within [StepSize#LIMIT]; 0 where not even one can
    public int largestBatch() {
        return StepSize.largestBatch(plan.training(), Precision.FLOAT64);
    }

    /// @param batch from 0
    /// @return how many samples that batch has
    public int samples(int batch) {
        return batches.to(batch) - batches.from(batch);
    }

    /// @param batch from 0
    /// @param place in that batch, from 0
    /// @return the number of that sample in the data set
    public int sample(int batch, int place) {
        return batches.batch(moment.epoch(), batch)[place];
    }

    /// Records the step on a batch. Takes time: not for the JavaFX thread.
    ///
    /// @param batch   from 0
    /// @param samples how many of its samples to take at most; a step on fewer is another step
    /// @throws io.netwright.text.UserException where the recording would take more than [StepSize#LIMIT]
    public StepRecording record(LayerRegistry registry, int batch, int samples) {
        return new StepRecorder(registry).record(request(batch, samples));
    }

    private StepRecorder.Request request(int batch, int samples) {
        int[] all = batches.batch(moment.epoch(), batch);
        int[] chosen = Arrays.copyOf(all, Math.min(all.length, Math.max(1, samples)));
        Program program = plan.training();
        // refused before the batch is laid out, which takes memory as well
        StepSize.check(program, chosen.length, Precision.FLOAT64);
        DataSet data = plan.data().prepared();
        DoubleTensor features =
                new DoubleTensor(program.inputs().getFirst().value().shape().at(chosen.length));
        data.features(chosen, 0, chosen.length, features.data(), 0);
        DoubleTensor targets =
                new DoubleTensor(program.targets().getFirst().value().shape().at(chosen.length));
        data.targets(chosen, 0, chosen.length, targets.data(), 0);
        return new StepRecorder.Request(
                network,
                program,
                moment.parameters(),
                moment.optimizer(),
                features,
                targets,
                new Run(moment.seed(), moment.step(), 0, 0),
                Precision.FLOAT64);
    }
}
