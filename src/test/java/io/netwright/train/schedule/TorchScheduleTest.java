package io.netwright.train.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.netwright.network.PropValue;
import io.netwright.text.UserException.Where;
import io.netwright.train.Reference;
import io.netwright.train.TrainingSpec;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each schedule against PyTorch's learning rates; see `tools/reference/torch_reference.py`.
class TorchScheduleTest {

    private static final JsonNode FILE = Reference.read("schedules.json");
    private static final double BASE = FILE.get("base").asDouble();

    record Case(String name, ScheduleSequence schedule, double[] rates) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return cases("cases");
    }

    static Stream<Case> plateaus() {
        return cases("plateaus");
    }

    private static Stream<Case> cases(String list) {
        return StreamSupport.stream(FILE.get(list).spliterator(), false)
                .map(n -> new Case(
                        n.get("schedule").toString(),
                        TrainingSpec.decode(
                                        PropValue.fields(Map.of("schedule", Reference.raw(n.get("schedule")))),
                                        new Where("schedules.json", ""))
                                .schedule(),
                        Reference.numbers(n.get("rates"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesAsTorchGoes(Case c) {
        Pace pace = new Pace(c.schedule(), 7, FILE.get("units").asInt());
        for (int t = 0; t < c.rates().length; t++) {
            assertEquals(c.rates()[t], BASE * pace.factor(t, 1000), 1e-14, "unit " + t);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsStepsWhereItIsToldTo(Case c) {
        var steps = new ScheduleSequence(c.schedule().parts(), ScheduleSequence.Unit.STEP);
        Pace pace = new Pace(steps, 10, FILE.get("units").asInt() / 10);
        for (int t = 0; t < c.rates().length; t++) {
            assertEquals(c.rates()[t], BASE * pace.factor(t / 10, t), 1e-14, "step " + t);
        }
    }

    @ParameterizedTest
    @MethodSource("plateaus")
    void waitsForTheLossAsTorchDoes(Case c) {
        double[] losses = Reference.numbers(FILE.get("losses"));
        Pace pace = new Pace(c.schedule(), 7, losses.length);
        for (int t = 0; t < losses.length; t++) {
            assertEquals(c.rates()[t], BASE * pace.factor(t, 7L * t), 1e-15, "epoch " + t);
            pace.judged(losses[t]);
        }
    }

    @Test
    void leavesNoScheduleOut() {
        var covered = new TreeSet<String>();
        Stream.concat(cases(), plateaus()).forEach(c -> c.schedule().parts().forEach(p -> covered.add(p.type())));
        assertEquals(new TreeSet<>(ScheduleRegistry.STANDARD.types()), covered);
    }
}
