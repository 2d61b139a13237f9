package io.netwright.data.generator;

import io.netwright.data.Parameter;
import io.netwright.data.Refusal;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.Map;
import java.util.stream.Collectors;

/// The values of a generator's parameters: those written in a project, defaults for the rest.
public final class Arguments {

    private final Map<String, PropValue> values;

    /// @throws UserException where a key is not one of the generator's parameters
    public Arguments(Generator generator, Map<String, PropValue> values) {
        for (String key : values.keySet()) {
            if (generator.parameters().stream().noneMatch(p -> p.key().equals(key))) {
                String known =
                        generator.parameters().stream().map(Parameter::key).collect(Collectors.joining(", "));
                throw Refusal.inProject(
                        "data.source." + key,
                        Message.of("data.param.unknown", key, generator.title()),
                        Refusal.text(known),
                        Refusal.text(key));
            }
        }
        this.values = values;
    }

    /// @return the value of `parameter`
    /// @throws UserException where what is written is not a whole number within its limits
    public long get(Parameter.Whole parameter) {
        return parameter.decode(values.get(parameter.key()));
    }

    /// @return the value of `parameter`
    /// @throws UserException where what is written is not a number within its limits
    public double get(Parameter.Real parameter) {
        return parameter.decode(values.get(parameter.key()));
    }
}
