package io.netwright.layer.block;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Node;
import java.util.List;

/// A network within the network, with ports of its own. The compiler opens it; it builds nothing itself.
///
/// Repeated, its copies stand one behind the other: each output of a copy feeds the input at the same place of the next
/// one, and what comes in at the inputs beyond the number of outputs comes in at every copy.
public final class BlockLayer implements Layer {

    /// How many copies there are.
    public static final Prop.IntProp REPEAT = new Prop.IntProp(Block.REPEAT, 1, 1, 1_000);

    /// Whether all copies use the same weights.
    public static final Prop.BoolProp LINKED = new Prop.BoolProp(Block.LINKED, false);

    private static final LayerInfo INFO = new LayerInfo(
            Block.TYPE,
            Family.BLOCK,
            List.of("group", "module", "subgraph", "repeat"),
            "block",
            "Y = f_n(\\ldots f_1(X))",
            List.of(),
            List.of(),
            List.of(REPEAT, LINKED));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public List<PortInfo> inputs(Node node) {
        return ports(node.inside().inputs());
    }

    @Override
    public List<PortInfo> outputs(Node node) {
        return ports(node.inside().outputs());
    }

    private static List<PortInfo> ports(List<String> names) {
        return names.stream().map(name -> new PortInfo(name, false)).toList();
    }

    @Override
    public void build(LayerBuilder b) {
        throw new IllegalStateException("a block is opened before it is built");
    }
}
