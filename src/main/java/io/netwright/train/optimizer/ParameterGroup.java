package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import io.netwright.tensor.Tensor;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Parameters that are trained in another way than the rest, such as biases without weight decay. A parameter belongs
/// to the first group that it fits.
///
/// @param parameters    which, by name: `*` stands for any letters, `?` for one, as in `dense1.*` or `*.bias`
/// @param vectors       whether only parameters of one axis belong to it, which are biases and what norms scale by
/// @param learningRate  what the learning rate is multiplied by
/// @param weightDecay   what the weight decay is multiplied by
public record ParameterGroup(String parameters, boolean vectors, double learningRate, double weightDecay) {

    public static final Prop.TextProp PARAMETERS = new Prop.TextProp("parameters", "*");

    public static final Prop.BoolProp VECTORS = new Prop.BoolProp("vectors", false);

    public static final Prop.RealProp LEARNING_RATE = new Prop.RealProp("learningRateFactor", 1.0, 0, 1000);

    public static final Prop.RealProp WEIGHT_DECAY = new Prop.RealProp("weightDecayFactor", 1.0, 0, 1000);

    public static final List<Prop<?>> PROPS = List.of(PARAMETERS, VECTORS, LEARNING_RATE, WEIGHT_DECAY);

    /// The common case: biases and norms are not decayed.
    public static final ParameterGroup VECTORS_UNDECAYED =
            new ParameterGroup(PARAMETERS.defaultValue(), true, LEARNING_RATE.defaultValue(), 0);

    /// @return whether a parameter belongs to this
    public boolean fits(String name, Tensor parameter) {
        return (!vectors || parameter.dims().length <= 1)
                && pattern().matcher(name).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(parameters
                .chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }
}
