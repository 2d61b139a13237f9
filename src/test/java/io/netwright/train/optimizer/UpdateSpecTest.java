package io.netwright.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is around an optimizer's rule; clipping is compared with PyTorch in [TorchTrajectoryTest].
class UpdateSpecTest {

    private static final double[] START = {1, -2, 4};
    private static final OptimizerSpec SGD =
            OptimizerSpec.of("SGD").with(Sgd.LEARNING_RATE, 0.5).with(Sgd.WEIGHT_DECAY, 0.1);

    private final Parameters parameters = Quadratic.parameters(START, Precision.FLOAT64);
    private final Tensor weight = parameters.trainable().get(Quadratic.NAME);
    private final Tensor gradient = Tensor.of(Precision.FLOAT64, new double[] {3, 0, -4}, 3, 1);

    private OptimizerState step(UpdateSpec spec) {
        OptimizerState state = new OptimizerState(spec, parameters);
        state.step(Map.of(Quadratic.NAME, gradient));
        return state;
    }

    @Test
    void theNormOfAllGradientsIsBroughtDown() {
        // a norm of 5 becomes 2.5, so every gradient is halved; the decay is not
        step(UpdateSpec.of(SGD).withClipping(new Clipping(2.5, 0)));
        assertArrayEquals(
                new double[] {1 - 0.5 * (1.5 + 0.1), -2 - 0.5 * (0 - 0.2), 4 - 0.5 * (-2 + 0.4)},
                weight.toArray(),
                1e-6);
        assertArrayEquals(new double[] {3, 0, -4}, gradient.toArray());
    }

    @Test
    void smallGradientsAreLeftAlone() {
        step(UpdateSpec.of(SGD).withClipping(new Clipping(5.1, 4.1)));
        assertArrayEquals(new double[] {1 - 0.5 * 3.1, -2 + 0.5 * 0.2, 4 + 0.5 * 3.6}, weight.toArray(), 1e-15);
    }

    @Test
    void theNormComesBeforeTheValue() {
        step(UpdateSpec.of(SGD.with(Sgd.WEIGHT_DECAY, 0.0)).withClipping(new Clipping(2.5, 1.75)));
        assertArrayEquals(new double[] {1 - 0.75, -2, 4 + 0.5 * 1.75}, weight.toArray(), 1e-6);
    }

    @Test
    void theAverageKeepsItsShareOfThePast() {
        OptimizerState state = step(UpdateSpec.of(SGD).withEmaDecay(0.75));
        double[] first = weight.toArray();
        state.step(Map.of(Quadratic.NAME, gradient));
        double[] second = weight.toArray();
        Tensor average = state.result().trainable().get(Quadratic.NAME);
        for (int i = 0; i < START.length; i++) {
            assertEquals(0.75 * (0.75 * START[i] + 0.25 * first[i]) + 0.25 * second[i], average.get(i), 1e-15);
        }
        state.restart();
        assertArrayEquals(second, average.toArray());
        OptimizerState copy = state.on(parameters.copy(Precision.FLOAT64));
        assertArrayEquals(second, copy.result().trainable().get(Quadratic.NAME).toArray());
    }

    @Test
    void withoutAnAverageTheWeightsAreTheResult() {
        assertSame(parameters, step(UpdateSpec.of(SGD)).result());
    }

    @Test
    void aParameterBelongsToTheFirstGroupThatItFits() {
        var half = new ParameterGroup("dense?.w*", false, 0.5, 0);
        var frozen = new ParameterGroup("*", false, 0, 1);
        step(UpdateSpec.of(SGD).withGroups(List.of(half, frozen)));
        assertArrayEquals(new double[] {1 - 0.25 * 3, -2, 4 + 0.25 * 4}, weight.toArray(), 1e-15);
    }

    @Test
    void vectorsAreBiasesAndNorms() {
        ParameterGroup group = ParameterGroup.VECTORS_UNDECAYED;
        assertTrue(group.fits("bn1.weight", Tensor.zeros(Precision.FLOAT32, 4)));
        assertFalse(group.fits("dense1.weight", Tensor.zeros(Precision.FLOAT32, 4, 1)));
        assertEquals(0, group.weightDecay());
        assertEquals(1, group.learningRate());
    }

    @Test
    void aPatternTakesDotsAsTheyAre() {
        var group = new ParameterGroup("a.b*", false, 1, 1);
        Tensor any = Tensor.zeros(Precision.FLOAT32, 1);
        assertTrue(group.fits("a.bias", any));
        assertFalse(group.fits("axbias", any));
    }
}
