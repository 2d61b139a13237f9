package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.program.Parameters;
import org.junit.jupiter.api.Test;

/// One update of the worked example against NumPy in float64.
class WorkedExampleUpdateTest {

    @Test
    void oneUpdateGivesTheIndependentWeights() {
        TrainingPlan plan = Nets.plan(
                Nets.workedExample(), Nets.workedExampleData(), Nets.sgd(0.01).withEpochs(1));
        TrainingRun.Result result = TrainingRun.run(plan, e -> {});
        assertEquals(2.1552175, result.last().orElseThrow().loss(), 1e-12);
        assertEquals(1, result.steps());
        Parameters p = result.parameters();
        assertWeights(
                p,
                "dense3.weight",
                0.0976431,
                0.2988093,
                0.4901755,
                0.0938913,
                0.2969139,
                0.4745365,
                0.0901395,
                0.2950185,
                0.4588975);
        assertWeights(
                p,
                "dense2.weight",
                0.0921355,
                0.2921355,
                0.4921355,
                0.0853945,
                0.2853945,
                0.4853945,
                0.0786535,
                0.2786535,
                0.4786535);
        assertWeights(
                p,
                "dense1.weight",
                0.0898885,
                0.1898885,
                0.2898885,
                0.079777,
                0.179777,
                0.279777,
                0.0696655,
                0.1696655,
                0.2696655);
        assertWeights(p, "dense3.bias", 0.1 - 0.00481, 0.1 - 0.00243, 0.1 - 0.02005);
        assertWeights(p, "dense2.bias", 0.1 - 0.011235, 0.1 - 0.011235, 0.1 - 0.011235);
        assertWeights(p, "dense1.bias", 0.1 - 0.0101115, 0.1 - 0.0101115, 0.1 - 0.0101115);
    }

    private static void assertWeights(Parameters p, String name, double... expected) {
        assertArrayEquals(expected, p.trainable().get(name).toArray(), 1e-12, name);
    }
}
