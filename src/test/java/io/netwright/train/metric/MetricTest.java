package io.netwright.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

    @Test
    void accuracyOfClassIndices() {
        Metric.Count count = new Accuracy().start(Task.CLASS_INDEX);
        assertTrue(Double.isNaN(count.value()));
        count.add(tensor(2, 3, 0.1, 0.9, 0.2, 5, 4, 4.5), tensor(2, 0, 1, 2));
        assertEquals(0.5, count.value());
        count.add(tensor(1, 3, -3, -2, -1), tensor(1, 0, 2));
        assertEquals(2.0 / 3, count.value());
        count.reset();
        assertTrue(Double.isNaN(count.value()));
    }

    @Test
    void ofEqualNumbersTheFirstIsTheAnswer() {
        Metric.Count count = new Accuracy().start(Task.CLASS_INDEX);
        count.add(tensor(2, 3, 1, 1, 1, 0, 2, 2), tensor(2, 0, 0, 1));
        assertEquals(1, count.value());
    }

    @Test
    void accuracyOfClassProbabilities() {
        Metric.Count count = new Accuracy().start(Task.CLASS_PROBABILITIES);
        count.add(tensor(2, 2, 1, 2, 2, 1), tensor(2, 2, 0.4, 0.6, 0.3, 0.7));
        assertEquals(0.5, count.value());
    }

    @Test
    void accuracyOfBinaryLogits() {
        Metric.Count count = new Accuracy().start(Task.BINARY_LOGITS);
        count.add(tensor(4, 1, 0.2, -0.2, 0, 3), tensor(4, 0, 1, 0, 0, 0));
        assertEquals(0.75, count.value());
    }

    @Test
    void meanAbsoluteError() {
        Metric.Count count = new Mae().start(Task.VALUES);
        count.add(tensor(2, 2, 1, 2, 3, 4), tensor(2, 2, 1, 0, 4, 4));
        count.add(tensor(1, 2, 0, 0), tensor(1, 2, 3, -3));
        assertEquals(1.5, count.value(), 1e-15);
    }

    @Test
    void onlyWhatFitsTheTaskIsReported() {
        List<String> both = List.of("accuracy", "mae", "accuracy");
        assertEquals(List.of("accuracy"), keys(MetricRegistry.STANDARD.fitting(both, Task.CLASS_INDEX)));
        assertEquals(List.of("mae"), keys(MetricRegistry.STANDARD.fitting(both, Task.VALUES)));
    }

    private static List<String> keys(List<Metric> metrics) {
        return metrics.stream().map(Metric::key).toList();
    }

    private static Tensor tensor(int rows, int cols, double... values) {
        return cols == 0
                ? Tensor.of(Precision.FLOAT64, values, rows)
                : Tensor.of(Precision.FLOAT64, values, rows, cols);
    }
}
