package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import io.netwright.text.Message;
import java.util.List;

/// What is fixed about an optimizer, in one place. Words are in the bundles: `train.optimizer.<type>` for the one-line
/// help, `train.prop.<key>` for the label of a hyper-parameter.
///
/// @param type    the standard name, such as `AdamW`; also the type in project files, the same in every language
/// @param formula the update of one parameter, line by line, in LaTeX
/// @param source  where the rule was published
/// @param props   the hyper-parameters; `learningRate` is one of them
public record OptimizerInfo(String type, List<String> formula, String source, List<Prop<?>> props) {

    public OptimizerInfo {
        formula = List.copyOf(formula);
        props = List.copyOf(props);
    }

    /// @return one line that says what it is good for
    public Message help() {
        return Message.of("train.optimizer." + type);
    }

    /// @return what a person calls the hyper-parameter `prop`
    public static Message label(Prop<?> prop) {
        return Message.of("train.prop." + prop.key());
    }
}
