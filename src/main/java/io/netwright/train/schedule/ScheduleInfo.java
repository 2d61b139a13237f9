package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.Stream;

/// What is fixed about a schedule, in one place. Words are in the bundles: `train.schedule.<type>` for the one-line
/// help, `train.prop.<key>` for the label of a setting.
///
/// @param type    the standard name, such as `CosineAnnealing`; also the type in project files
/// @param formula the factor f of the learning rate after t of T units, line by line, in LaTeX
/// @param source  where it was published; empty where it is everybody's
/// @param props   the settings; the length comes first
public record ScheduleInfo(String type, List<String> formula, String source, List<Prop<?>> props) {

    public ScheduleInfo {
        formula = List.copyOf(formula);
        props = List.copyOf(props);
    }

    /// @param own the settings beside the length
    static ScheduleInfo of(String type, List<String> formula, String source, Prop<?>... own) {
        return new ScheduleInfo(
                type,
                formula,
                source,
                Stream.concat(Stream.of(ScheduleSpec.LENGTH), Stream.of(own)).toList());
    }

    /// @return one line that says what it is good for
    public Message help() {
        return Message.of("train.schedule." + type);
    }
}
