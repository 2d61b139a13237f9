package io.netwright.layer.block;

import io.netwright.layer.Composite;
import io.netwright.layer.Family;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Parts;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// A level of a U-Net (Ronneberger et al., MICCAI 2015) with what is below it: two convolutions; their result goes over
/// the skip connection, and halved through the level below, with twice the filters, which is doubled again; both are
/// laid one behind the other and go through two more convolutions. The size stays, as convolutions here pad with zeros.
public final class UNetStage implements Composite {

    public static final Prop.IntProp FILTERS = new Prop.IntProp("filters", 16, 1, 1 << 12);

    /// How often the image is halved; 0 is the bottom of the U.
    public static final Prop.IntProp DEPTH = new Prop.IntProp("depth", 1, 0, 8);

    private static final LayerInfo INFO = LayerInfo.simple(
            "UNetStage",
            Family.BLOCK,
            List.of("u-net", "unet", "segmentation", "encoder-decoder"),
            "unet",
            "Y = F_2([F_1(X), \\operatorname{up}(G(\\operatorname{down}(F_1(X))))])",
            List.of(FILTERS, DEPTH));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public Block parts(Parts p) {
        Shape x = Images.require(p);
        int filters = p.get(FILTERS);
        int depth = p.get(DEPTH);
        Sketch s = new Sketch();
        Port skip = Images.convRelu(s, "2", filters, 3, Images.convRelu(s, "1", filters, 3, s.input("in")));
        if (depth == 0) {
            s.output("out", skip);
            return s.block();
        }
        if (x.size(2) % (1 << depth) != 0 || x.size(3) % (1 << depth) != 0) {
            throw LayerException.atProperty(
                    DEPTH, Message.of("layers.problem.unetSize", x.size(2), x.size(3), 1 << depth));
        }
        Port down = s.add("pool1", "MaxPool2d", skip);
        Port below = s.add(
                Node.of("below", INFO.type())
                        .with(FILTERS.key(), PropValue.of(Math.min(FILTERS.max(), 2 * filters)))
                        .with(DEPTH.key(), PropValue.of(depth - 1)),
                down);
        Port up = s.add(Node.of("up", "ConvTranspose2d").with("filters", PropValue.of(filters)), below);
        Port both = s.add("concat1", "Concat", skip, up);
        s.output("out", Images.convRelu(s, "4", filters, 3, Images.convRelu(s, "3", filters, 3, both)));
        return s.block();
    }
}
