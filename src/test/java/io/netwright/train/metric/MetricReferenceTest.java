package io.netwright.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Messages;
import io.netwright.train.Reference;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every metric against scikit-learn; see `tools/reference/sklearn_reference.py`.
class MetricReferenceTest {

    private static final JsonNode CASES = Reference.read("metrics.json").get("cases");

    record Case(String data, String key, JsonNode node) {
        @Override
        public String toString() {
            return key + " of " + data;
        }
    }

    static Stream<Case> cases() {
        return CASES.properties().stream().flatMap(data -> data.getValue().get("metrics").properties().stream()
                .map(metric -> new Case(data.getKey(), metric.getKey(), data.getValue())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheReferenceSays(Case c) {
        Metric metric = MetricRegistry.STANDARD.find(c.key()).orElseThrow();
        Task task = Task.valueOf(c.node().get("task").asText());
        assertTrue(metric.fits(task));
        Metric.Count count = metric.start(task);
        JsonNode prediction = c.node().get("prediction");
        JsonNode target = c.node().get("target");
        double expected = c.node().get("metrics").get(c.key()).asDouble();
        // once to be forgotten, then in batches of 7
        count.add(rows(prediction, 0, 3), rows(target, 0, 3));
        count.reset();
        assertTrue(Double.isNaN(count.value()));
        for (int from = 0; from < prediction.size(); from += 7) {
            int to = Math.min(from + 7, prediction.size());
            count.add(rows(prediction, from, to), rows(target, from, to));
        }
        assertEquals(expected, count.value(), 1e-12);
    }

    private static Tensor rows(JsonNode all, int from, int to) {
        boolean flat = all.get(0).isNumber();
        double[] numbers = StreamSupport.stream(all.spliterator(), false)
                .skip(from)
                .limit(to - from)
                .flatMapToDouble(row -> flat
                        ? java.util.stream.DoubleStream.of(row.asDouble())
                        : java.util.Arrays.stream(Reference.numbers(row)))
                .toArray();
        return flat
                ? Tensor.of(Precision.FLOAT64, numbers, to - from)
                : Tensor.of(Precision.FLOAT64, numbers, to - from, numbers.length / (to - from));
    }

    @Test
    void leavesNoMetricOut() {
        var covered = new TreeSet<String>();
        cases().forEach(c -> covered.add(c.key()));
        var all = new TreeSet<String>();
        MetricRegistry.STANDARD.all().forEach(m -> all.add(m.key()));
        assertEquals(all, covered);
    }

    @Test
    void everyMetricHasWords() {
        for (Locale locale : Messages.LOCALES) {
            MetricRegistry.STANDARD
                    .all()
                    .forEach(m -> assertTrue(
                            Messages.in(locale).has(m.label().key()), m.label().key()));
        }
    }

    /// By hand: two of the three samples of class 1 are recognised; the fourth sample has no target.
    @Test
    void aSampleWithoutTargetDoesNotCount() {
        Metric.Count count =
                MetricRegistry.STANDARD.find("recall").orElseThrow().start(Task.CLASS_INDEX);
        Tensor prediction = Tensor.of(Precision.FLOAT64, new double[] {0, 1, 1, 0, 0, 1, 5, 0}, 4, 2);
        count.add(prediction, Tensor.of(Precision.FLOAT64, new double[] {1, 1, 1, -100}, 4));
        assertEquals(2.0 / 3, count.value(), 1e-15);
    }
}
