package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import io.netwright.train.metric.MetricRegistry;
import io.netwright.train.optimizer.Adam;
import io.netwright.train.optimizer.Clipping;
import io.netwright.train.optimizer.OptimizerInfo;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.ParameterGroup;
import io.netwright.train.optimizer.UpdateSpec;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.train.schedule.ScheduleSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSpecTest {

    private static final Where AT = new Where("p/project.json", "training");

    @Test
    void comesBackFromWhatAFileSays() {
        TrainingSpec spec = TrainingSpec.DEFAULT
                .withSchedule(new ScheduleSequence(
                        List.of(
                                ScheduleSpec.of("Linear").with(ScheduleSpec.LENGTH, 5),
                                ScheduleSpec.of("CosineAnnealing")),
                        ScheduleSequence.Unit.STEP))
                .withUpdate(new UpdateSpec(
                        OptimizerSpec.of("AdamW").with(Adam.LEARNING_RATE, 0.01),
                        new Clipping(1, 0.5),
                        0.99,
                        List.of(ParameterGroup.VECTORS_UNDECAYED, new ParameterGroup("dense1.*", false, 0.1, 1))))
                .withEpochs(1000)
                .withBatchSize(7)
                .withSeed(42)
                .withPrecision(Precision.FLOAT64)
                .withThreads(1)
                .withShuffle(false)
                .withMetrics(List.of("mae"))
                .withLogEvery(100);
        assertEquals(spec, TrainingSpec.decode(spec.encode(), AT));
    }

    @Test
    void whatAFileLeavesOutHasItsDefault() {
        assertEquals(TrainingSpec.DEFAULT, TrainingSpec.decode(PropValue.fields(Map.of()), AT));
        assertEquals(TrainingSpec.DEFAULT, TrainingSpec.decode(TrainingSpec.DEFAULT.encode(), AT));
    }

    @ParameterizedTest
    @CsvSource({
        "epochs, 0, training.epochs",
        "epochs, many, training.epochs",
        "batchSize, -1, training.batchSize",
        "precision, float16, training.precision",
        "epoch, 3, training.epoch",
        "optimizer, Adam, training.optimizer",
        "schedule, Step, training.schedule",
        "scheduleUnit, batch, training.scheduleUnit",
        "groups, all, training.groups",
        "clipNorm, -1, training.clipNorm",
        "emaDecay, 1, training.emaDecay",
    })
    void aSettingThatMakesNoSenseIsRefusedWithItsPlace(String key, String value, String place) {
        PropValue raw = value.matches("-?\\d+") ? PropValue.of(Long.parseLong(value)) : PropValue.of(value);
        assertPlace(place, PropValue.fields(Map.of(key, raw)));
    }

    @Test
    void anOptimizerThatMakesNoSenseIsRefusedWithItsPlace() {
        assertPlace("training.optimizer.type", optimizer("type", PropValue.of("Adm")));
        assertPlace("training.optimizer.type", optimizer("learningRate", PropValue.of(1.0)));
        assertPlace(
                "training.optimizer.momentum", optimizer("type", PropValue.of("Adam"), "momentum", PropValue.of(0.9)));
        assertPlace("training.optimizer.beta1", optimizer("type", PropValue.of("Adam"), "beta1", PropValue.of(1.0)));
        assertPlace(
                "training.metrics[0]",
                PropValue.fields(Map.of("metrics", new PropValue.ListOf(List.of(PropValue.of("speed"))))));
    }

    @Test
    void aScheduleThatMakesNoSenseIsRefusedWithItsPlace() {
        PropValue wrong = PropValue.fields(Map.of("type", PropValue.of("Step"), "every", PropValue.of(0)));
        assertPlace("training.schedule.every", PropValue.fields(Map.of("schedule", wrong)));
        PropValue right = PropValue.fields(Map.of("type", PropValue.of("Step")));
        assertPlace(
                "training.schedule[1].every",
                PropValue.fields(Map.of("schedule", new PropValue.ListOf(List.of(right, wrong)))));
        assertPlace(
                "training.groups[0].lr",
                PropValue.fields(Map.of(
                        "groups", new PropValue.ListOf(List.of(PropValue.fields(Map.of("lr", PropValue.of(1))))))));
    }

    private static PropValue optimizer(Object... keysAndValues) {
        var fields = new LinkedHashMap<String, PropValue>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], (PropValue) keysAndValues[i + 1]);
        }
        return PropValue.fields(Map.of("optimizer", PropValue.fields(fields)));
    }

    private static void assertPlace(String place, PropValue raw) {
        UserException e = assertThrows(UserException.class, () -> TrainingSpec.decode(raw, AT));
        assertEquals(new Where(AT.file(), place), e.where());
        for (Locale locale : Messages.LOCALES) {
            Messages words = Messages.in(locale);
            for (var message : List.of(e.what(), e.expected(), e.found())) {
                assertTrue(words.has(message.key()), message.key());
            }
        }
    }

    @Test
    void everySettingAndMetricHasWords() {
        for (Locale locale : Messages.LOCALES) {
            Messages words = Messages.in(locale);
            TrainingSpec.PROPS.forEach(
                    p -> assertTrue(words.has(OptimizerInfo.label(p).key()), p.key()));
            MetricRegistry.STANDARD
                    .all()
                    .forEach(m -> assertTrue(words.has(m.label().key()), m.key()));
        }
    }
}
