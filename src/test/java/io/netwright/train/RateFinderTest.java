package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.SplitSpec;
import io.netwright.network.Node;
import io.netwright.train.RateFinder.Settings;
import org.junit.jupiter.api.Test;

class RateFinderTest {

    /// `(w - 3)^2 + b^2` as a network: gradient descent converges below a rate of 1 and explodes above.
    private static TrainingPlan parabola() {
        return Nets.plan(
                Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "MSE")),
                Nets.inline(new double[][] {{1}, {-1}}, new double[][] {{3}, {-3}}, InlineTarget.VALUES)
                        .withSplit(SplitSpec.ALL_TRAIN),
                Nets.sgd(123));
    }

    @Test
    void theRateLiesBelowWhereItExplodes() {
        TrainingPlan plan = parabola();
        var result = RateFinder.find(plan, plan.initial(1), new Settings(1e-4, 100, 120));
        assertTrue(result.exploded());
        double steepest = result.steepest().orElseThrow();
        assertTrue(steepest > 1e-3 && steepest < 1, () -> "steepest at " + steepest);
        double lowest = result.lowest().orElseThrow();
        assertTrue(steepest < lowest && lowest < 10, () -> "lowest at " + lowest);
        assertTrue(result.points().size() < 120);
    }

    @Test
    void ratesGrowByEqualFactorsAndTheFirstLossIsUntouched() {
        TrainingPlan plan = parabola();
        var result = RateFinder.find(plan, plan.initial(1), new Settings(1e-8, 1e-6, 21));
        assertEquals(21, result.points().size());
        double[] rates =
                result.points().stream().mapToDouble(RateFinder.Point::rate).toArray();
        double[] expected = new double[21];
        for (int i = 0; i < 21; i++) {
            expected[i] = Math.pow(10, -8 + i / 10.0);
        }
        assertArrayEquals(expected, rates, 1e-15);
        assertEquals(
                result.points().getFirst().loss(), result.points().getFirst().smoothed(), 1e-12);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Settings(0, 1, 100));
        assertThrows(IllegalArgumentException.class, () -> new Settings(1, 0.1, 100));
        assertThrows(IllegalArgumentException.class, () -> new Settings(1e-3, 1, 3));
    }
}
