package io.netwright.layer.shape;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// Channels laid out as pixels: `(N, C r r, H, W)` becomes `(N, C, H r, W r)`. Shi et al., CVPR 2016.
public final class PixelShuffle implements Layer {

    public static final Prop.IntProp FACTOR = new Prop.IntProp("upscale", 2, 1, 64);

    private static final LayerInfo INFO = LayerInfo.simple(
            "PixelShuffle",
            Family.MERGE,
            List.of("depth to space", "sub-pixel convolution", "super resolution", "enlarge"),
            "shuffle",
            "Y_{c,\\,ri+u,\\,rj+v} = X_{r^2 c + ru + v,\\,i,\\,j}",
            List.of(FACTOR));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Shape s = x.shape();
        if (s.rank() != 4) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsImage", s.toString()));
        }
        int r = b.get(FACTOR);
        if (s.size(1) % (r * r) != 0) {
            throw LayerException.atProperty(FACTOR, Message.of("layers.problem.pixelShuffle", r * r, s.size(1)));
        }
        int channels = s.size(1) / (r * r);
        int height = s.size(2);
        int width = s.size(3);
        Value parts = b.reshape("X", x, Shape.batchOf(channels, r, r, height, width));
        Value placed = b.apply("P", new io.netwright.op.Permute(List.of(0, 1, 4, 2, 5, 3)), parts);
        b.output("out", b.reshape("Y", placed, Shape.batchOf(channels, height * r, width * r)));
    }
}
