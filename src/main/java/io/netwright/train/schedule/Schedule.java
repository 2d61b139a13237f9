package io.netwright.train.schedule;

import io.netwright.layer.Prop;

/// A kind of schedule: what it is called, what can be set, and how the learning rate goes. Stateless and shared.
///
/// All schedules say what the learning rate is multiplied by, so that a person may change it under way and groups of
/// parameters keep their proportion. Adding one is one file here and one line in [ScheduleRegistry].
public interface Schedule {

    ScheduleInfo info();

    /// @return the course of one run with the settings of `spec`
    /// @throws Prop.PropException where a setting is none that its property accepts
    Course course(ScheduleSpec spec);
}
