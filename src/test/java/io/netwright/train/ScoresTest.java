package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.train.metric.Task;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void logitsBecomeTheProbabilitiesThatPyTorchGives() {
        // torch.softmax(torch.tensor([[1., 2., 3.], [1000., 0., 0.]]), 1)
        Tensor logits = Tensor.of(Precision.FLOAT64, new double[] {1, 2, 3, 1000, 0, 0}, 2, 3);
        Scores scores = Scores.of(Task.CLASS_INDEX, logits);
        assertArrayEquals(
                new double[] {0.09003057317038046, 0.24472847105479764, 0.6652409557748218, 1, 0, 0},
                scores.numbers(),
                1e-15);
        assertEquals(2, scores.best(0));
        assertEquals(0, scores.best(1));
        assertTrue(scores.isClasses());
    }

    @Test
    void oneLogitOfYesOrNoBecomesTwoProbabilities() {
        // torch.sigmoid(torch.tensor([0., 2., -800.]))
        Tensor logits = Tensor.of(Precision.FLOAT64, new double[] {0, 2, -800}, 3, 1);
        Scores scores = Scores.of(Task.BINARY_LOGITS, logits);
        assertEquals(2, scores.width());
        assertArrayEquals(
                new double[] {0.5, 0.5, 0.11920292202211755, 0.8807970779778823, 1, 0}, scores.numbers(), 1e-15);
        assertEquals(1, scores.best(1));
        assertEquals(0, scores.best(2));
    }

    @Test
    void severalLogitsOfYesOrNoStayApartAndValuesStayAsTheyAre() {
        Tensor two = Tensor.of(Precision.FLOAT64, new double[] {0, 2, -2, 0}, 2, 2);
        Scores labels = Scores.of(Task.BINARY_LOGITS, two);
        assertFalse(labels.isClasses());
        assertArrayEquals(new double[] {0.5, 0.8807970779778823, 0.11920292202211755, 0.5}, labels.numbers(), 1e-15);
        assertArrayEquals(two.toArray(), Scores.of(Task.VALUES, two).numbers());
    }
}
