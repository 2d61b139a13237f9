package io.netwright.layer.block;

import io.netwright.layer.Composite;
import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Parts;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import java.util.List;
import java.util.Map;

/// The inception module with reduced dimensions (Szegedy et al., CVPR 2015, figure 2b): windows of 1, 3 and 5 and a
/// pool side by side, the larger ones behind a convolution of 1 x 1, their channels laid one behind the other.
public final class Inception implements Composite {

    public static final Prop.IntProp ONE = filters("filters1", 16);
    public static final Prop.IntProp REDUCE_THREE = filters("reduce3", 16);
    public static final Prop.IntProp THREE = filters("filters3", 24);
    public static final Prop.IntProp REDUCE_FIVE = filters("reduce5", 4);
    public static final Prop.IntProp FIVE = filters("filters5", 8);
    public static final Prop.IntProp POOL = filters("filtersPool", 8);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Inception",
            Family.BLOCK,
            List.of("googlenet", "inception module", "multi-scale"),
            "inception",
            "Y = [F_1(X), F_3(X), F_5(X), F_p(X)]",
            List.of(ONE, REDUCE_THREE, THREE, REDUCE_FIVE, FIVE, POOL));

    private static Prop.IntProp filters(String key, int usual) {
        return new Prop.IntProp(key, usual, 1, 1 << 16);
    }

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public Block parts(Parts p) {
        Images.require(p);
        Sketch s = new Sketch();
        Port in = s.input("in");
        Port one = Images.convRelu(s, "1", p.get(ONE), 1, in);
        Port three = Images.convRelu(s, "3", p.get(THREE), 3, Images.convRelu(s, "2", p.get(REDUCE_THREE), 1, in));
        Port five = Images.convRelu(s, "5", p.get(FIVE), 5, Images.convRelu(s, "4", p.get(REDUCE_FIVE), 1, in));
        Map<String, PropValue> still =
                Map.of("kernel", PropValue.ints(3, 3), "stride", PropValue.ints(1, 1), "padding", PropValue.of("same"));
        Port pool = Images.convRelu(s, "6", p.get(POOL), 1, s.add("pool1", "MaxPool2d", still, in));
        s.output("out", s.add("concat1", "Concat", one, three, five, pool));
        return s.block();
    }
}
