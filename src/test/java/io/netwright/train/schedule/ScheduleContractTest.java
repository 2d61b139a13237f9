package io.netwright.train.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.text.Messages;
import io.netwright.text.UserException.Where;
import io.netwright.text.formula.Tex;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerInfo;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What holds for every schedule by being registered.
class ScheduleContractTest {

    static final List<Schedule> schedules = ScheduleRegistry.STANDARD.all();

    @ParameterizedTest
    @FieldSource("schedules")
    void isDeclaredWithWordsInBothLanguagesAndAFormula(Schedule schedule) {
        ScheduleInfo info = schedule.info();
        for (Locale locale : Messages.LOCALES) {
            Messages words = Messages.in(locale);
            assertTrue(words.has(info.help().key()), info.help().key());
            for (Prop<?> p : info.props()) {
                assertTrue(words.has(OptimizerInfo.label(p).key()), p.key());
                if (p instanceof Prop.ChoiceProp choice) {
                    choice.options().forEach(o -> assertTrue(words.has("layers.choice." + o), o));
                }
            }
        }
        info.formula().forEach(Tex::parse);
        assertEquals(ScheduleSpec.LENGTH, info.props().getFirst());
    }

    @ParameterizedTest
    @FieldSource("schedules")
    void comesBackFromAFileAndStaysPositive(Schedule schedule) {
        ScheduleSpec spec = ScheduleSpec.of(schedule.info().type());
        for (Prop<?> p : schedule.info().props()) {
            spec = spec.with(p.key(), encodedDefault(p));
        }
        TrainingSpec training = TrainingSpec.DEFAULT.withSchedule(ScheduleSequence.CONSTANT.with(List.of(spec)));
        assertEquals(training, TrainingSpec.decode(training.encode(), new Where("", "training")));
        Course course = schedule.course(spec);
        for (long units : new long[] {1, 2, 3, 100}) {
            for (long t = 0; t < units + 3; t++) {
                double factor = course.factor(t, units);
                assertTrue(factor >= 0 && factor <= 10, () -> schedule.info().type() + ": " + factor);
            }
        }
    }

    private static <T> PropValue encodedDefault(Prop<T> prop) {
        return prop.encode(prop.defaultValue());
    }

    @Test
    void laterPartsCountFromTheirOwnBeginningAndFillTheRest() {
        ScheduleSpec warmUp =
                ScheduleSpec.of(Linear.TYPE).with(Linear.START_FACTOR, 0.0).with(ScheduleSpec.LENGTH, 4);
        Pace pace = new Pace(ScheduleSequence.CONSTANT.with(List.of(warmUp, ScheduleSpec.of(Polynomial.TYPE))), 1, 14);
        assertEquals(0, pace.factorAt(0));
        assertEquals(0.75, pace.factorAt(3));
        assertEquals(1, pace.factorAt(4));
        assertEquals(0.5, pace.factorAt(9));
        assertEquals(0, pace.factorAt(14));
        pace.epochs(24);
        assertEquals(0.75, pace.factorAt(9));
    }
}
