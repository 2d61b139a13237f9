package io.netwright.layer.shape;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Upsample;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Images `(N, C, H, W)` made larger by whole factors.
public final class UpsampleLayer implements Layer {

    /// Down and across.
    public static final Prop.IntsProp FACTOR = new Prop.IntsProp("factor", List.of(2, 2), 2, 2, 1, 64);

    public static final Prop.ChoiceProp INTERPOLATION =
            new Prop.ChoiceProp("interpolation", "nearest", List.of("nearest", "bilinear"));

    private static final LayerInfo INFO = LayerInfo.simple(
            "Upsample",
            Family.MERGE,
            List.of("upsampling2d", "resize", "interpolate", "enlarge", "decoder"),
            "upsample",
            "Y_{c,i,j} = X_{c,\\,\\lfloor i/s \\rfloor,\\,\\lfloor j/s \\rfloor}",
            List.of(FACTOR, INTERPOLATION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        if (x.shape().rank() != 4) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsImage", x.shape().toString()));
        }
        List<Integer> factor = b.get(FACTOR);
        boolean linear = b.get(INTERPOLATION).equals("bilinear");
        b.output("out", b.apply("Y", new Upsample(factor.get(0), factor.get(1), linear), x));
    }
}
