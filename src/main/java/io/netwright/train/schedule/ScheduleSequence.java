package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Schedules one after the other, mostly just one. Each but the last holds for its length; all count in the same unit.
///
/// @param parts at least one
public record ScheduleSequence(List<ScheduleSpec> parts, Unit unit) {

    /// What a schedule counts.
    public enum Unit {
        EPOCH,
        STEP;

        /// @return the name in files
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException where there is no unit of that name
        public static Unit parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public static final Prop.ChoiceProp UNIT = new Prop.ChoiceProp(
            "scheduleUnit",
            Unit.EPOCH.text(),
            Stream.of(Unit.values()).map(Unit::text).toList());

    /// The learning rate as it is set.
    public static final ScheduleSequence CONSTANT =
            new ScheduleSequence(List.of(ScheduleSpec.of(Constant.TYPE)), Unit.parse(UNIT.defaultValue()));

    public ScheduleSequence {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no schedule");
        }
    }

    /// @return this with other parts
    public ScheduleSequence with(List<ScheduleSpec> newParts) {
        return new ScheduleSequence(newParts, unit);
    }
}
