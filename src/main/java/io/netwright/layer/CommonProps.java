package io.netwright.layer;

import io.netwright.network.Node;
import java.util.List;

/// Properties that layers have without declaring them, because they say how a node takes part in training rather than
/// what it computes. They stand in the document beside the layer's own.
public final class CommonProps {

    /// Whether a node's weights stay as they are, whatever the optimizer, and with them what batch-norm has gathered.
    public static final Prop.BoolProp FROZEN = new Prop.BoolProp(Node.FROZEN, false);

    /// The node whose weights this one uses; see [io.netwright.network.References]. Empty: it has its own.
    public static final Prop.TextProp SHARES_WITH = new Prop.TextProp(Node.SHARES_WITH, "");

    /// What a loss is multiplied by in the sum of all losses.
    public static final Prop.RealProp LOSS_WEIGHT = new Prop.RealProp("lossWeight", 1.0, 0, 1_000_000);

    /// Which of the data's target numbers a loss compares with: from this one on, as many as come in. -1: all.
    public static final Prop.IntProp FIRST_TARGET = new Prop.IntProp("firstTarget", -1, -1, 1 << 20);

    private static final List<Prop<?>> OF_LOSSES = List.of(LOSS_WEIGHT, FIRST_TARGET);
    private static final List<Prop<?>> OF_OTHERS = List.of(FROZEN, SHARES_WITH);

    private CommonProps() {}

    /// @return the common properties that nodes of `layer` have
    public static List<Prop<?>> of(LayerInfo layer) {
        if (layer.family() == Family.LOSS) {
            return OF_LOSSES;
        }
        // what takes nothing in, or hands nothing on and is no block, has nothing to train
        boolean between = layer.inputs().isEmpty() == layer.outputs().isEmpty();
        return between ? OF_OTHERS : List.of();
    }
}
