package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.train.Moment;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSession;
import org.junit.jupiter.api.Test;

/// What is recorded is what training does.
class PlannedStepsTest {

    @Test
    void theFirstRecordedStepIsTheFirstStepOfTraining() {
        Network network = Nets.smallCnn();
        TrainingPlan plan = Nets.plan(
                network,
                Nets.builtin("digits"),
                Nets.sgd(0.1).withBatchSize(16).withOptimizer(Nets.adam(0.01)).withSeed(5));
        PlannedSteps steps = new PlannedSteps(network, plan, plan.initial(5));
        StepRecording recording = steps.record(LayerRegistry.STANDARD, 0, Integer.MAX_VALUE);
        StepState end = recording.stateAt(recording.size() - 1);
        try (TrainingSession session = new TrainingSession(plan, 5)) {
            session.next();
            assertEquals(session.loss(), end.loss().orElseThrow(), 1e-12);
            session.parameters()
                    .trainable()
                    .forEach((name, t) ->
                            assertArrayEquals(t.toArray(), end.kept(name).toArray(), 1e-12, name));
        }
        assertEquals(16, recording.batch());
    }

    @Test
    void aMomentOfARunGoesOnWithWhatTheOptimizerRemembers() {
        Network network = Nets.smallCnn();
        TrainingPlan plan = Nets.plan(
                network,
                Nets.builtin("digits"),
                Nets.sgd(0.1).withBatchSize(300).withOptimizer(Nets.adam(0.01)));
        try (TrainingSession session = new TrainingSession(plan, 9)) {
            while (!session.isEpochDone()) {
                session.next();
            }
            // between two epochs: the next step is the first of the second one
            Moment moment = session.moment();
            session.endEpoch();
            PlannedSteps steps = new PlannedSteps(network, plan, moment);
            assertEquals(0, steps.next());
            StepRecording recording = steps.record(LayerRegistry.STANDARD, steps.next(), Integer.MAX_VALUE);
            session.next();
            assertEquals(1, session.moment().batch());
            StepState end = recording.stateAt(recording.size() - 1);
            session.parameters()
                    .trainable()
                    .forEach((name, t) ->
                            assertArrayEquals(t.toArray(), end.kept(name).toArray(), 1e-12, name));
        }
    }

    @Test
    void fewerSamplesMakeASmallerRecording() {
        Network network = Nets.classifier("ReLU", 4, 3);
        TrainingPlan plan =
                Nets.plan(network, Nets.builtin("iris"), Nets.sgd(0.1).withBatchSize(32));
        PlannedSteps steps = new PlannedSteps(network, plan, plan.initial(1));
        int last = steps.batches() - 1;
        assertEquals(32, steps.samples(0));
        assertEquals(plan.data().split().of(io.netwright.data.Part.TRAIN).length - 32 * last, steps.samples(last));
        assertEquals(4, steps.record(LayerRegistry.STANDARD, 0, 4).batch());
    }
}
