package io.netwright.layer.block;

import io.netwright.layer.Composite;
import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Parts;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Port;
import io.netwright.network.Sketch;
import io.netwright.tensor.Shape;
import java.util.List;

/// The basic block of a residual network (He et al., CVPR 2016): two convolutions of 3 x 3 with batch-norm beside a
/// shortcut, added up. Where sizes or channels change, the shortcut is a convolution of 1 x 1 (option B of the paper).
public final class Residual implements Composite {

    public static final Prop.IntProp FILTERS = new Prop.IntProp("filters", 16, 1, 1 << 16);

    /// How far the first convolution moves each time; 2 halves the image.
    public static final Prop.IntProp STEP = new Prop.IntProp("step", 1, 1, 16);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Residual",
            Family.BLOCK,
            List.of("resnet", "residual block", "skip connection", "basic block"),
            "residual",
            "Y = \\operatorname{ReLU}(F(X) + X)",
            List.of(FILTERS, STEP));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public Block parts(Parts p) {
        Shape x = Images.require(p);
        int filters = p.get(FILTERS);
        int step = p.get(STEP);
        Sketch s = new Sketch();
        Port in = s.input("in");
        Port first = s.add("bn1", "BatchNorm", s.add(Images.bare("conv1", filters, 3, step), in));
        Port second = s.add(Images.bare("conv2", filters, 3, 1), s.add("relu1", "ReLU", first));
        Port way = s.add("bn2", "BatchNorm", second);
        Port shortcut = in;
        if (step > 1 || x.size(1) != filters) {
            shortcut = s.add("bn3", "BatchNorm", s.add(Images.bare("shortcut", filters, 1, step), in));
        }
        s.output("out", s.add("relu2", "ReLU", s.add("add1", "Add", way, shortcut)));
        return s.block();
    }
}
