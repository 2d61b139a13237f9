package io.netwright.train.schedule;

import java.util.List;
import java.util.Optional;

/// All schedules, in the order in which they are offered. The one place to touch when a schedule is added.
public final class ScheduleRegistry {

    /// The schedules that the program ships.
    public static final ScheduleRegistry STANDARD = new ScheduleRegistry(List.of(
            new Constant(),
            new StepDecay(),
            new MultiStep(),
            new Linear(),
            new Exponential(),
            new Polynomial(),
            new CosineAnnealing(),
            new CosineWarmRestarts(),
            new Cyclic(),
            new OneCycle(),
            new ReduceOnPlateau()));

    private final List<Schedule> schedules;

    /// @throws IllegalArgumentException where two schedules share a type
    public ScheduleRegistry(List<Schedule> schedules) {
        this.schedules = List.copyOf(schedules);
        if (types().stream().distinct().count() != schedules.size()) {
            throw new IllegalArgumentException("two schedules of one type in " + types());
        }
    }

    public List<Schedule> all() {
        return schedules;
    }

    public List<String> types() {
        return schedules.stream().map(s -> s.info().type()).toList();
    }

    public Optional<Schedule> find(String type) {
        return schedules.stream().filter(s -> s.info().type().equals(type)).findFirst();
    }
}
