package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import java.util.List;

/// How weights follow from gradients: the optimizer, and what happens before and after its rule. Immutable and
/// comparable.
///
/// @param clipping  of gradients before the rule
/// @param emaDecay  what share of the past an average of the weights keeps at each step (an exponential moving average,
///                  Polyak and Juditsky 1992); the average is what is validated and kept. 0 for none
/// @param groups    parameters that are trained in another way
public record UpdateSpec(OptimizerSpec optimizer, Clipping clipping, double emaDecay, List<ParameterGroup> groups) {

    public static final Prop.RealProp CLIP_NORM = new Prop.RealProp("clipNorm", Clipping.NONE.norm(), 0, 1e9);

    public static final Prop.RealProp CLIP_VALUE = new Prop.RealProp("clipValue", Clipping.NONE.value(), 0, 1e9);

    public static final Prop.RealProp EMA_DECAY = Hyper.share("emaDecay", 0);

    /// The settings that are declared as properties.
    public static final List<Prop<?>> PROPS = List.of(CLIP_NORM, CLIP_VALUE, EMA_DECAY);

    public UpdateSpec {
        groups = List.copyOf(groups);
    }

    /// @return the optimizer and nothing around it
    public static UpdateSpec of(OptimizerSpec optimizer) {
        return new UpdateSpec(optimizer, Clipping.NONE, EMA_DECAY.defaultValue(), List.of());
    }

    public UpdateSpec withOptimizer(OptimizerSpec newOptimizer) {
        return new UpdateSpec(newOptimizer, clipping, emaDecay, groups);
    }

    public UpdateSpec withClipping(Clipping newClipping) {
        return new UpdateSpec(optimizer, newClipping, emaDecay, groups);
    }

    public UpdateSpec withEmaDecay(double newDecay) {
        return new UpdateSpec(optimizer, clipping, newDecay, groups);
    }

    public UpdateSpec withGroups(List<ParameterGroup> newGroups) {
        return new UpdateSpec(optimizer, clipping, emaDecay, newGroups);
    }
}
