package io.netwright.layer.pool;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.Windows;
import io.netwright.op.Value;
import java.util.List;

/// The largest value in each window of each channel.
public final class MaxPool2d implements Layer {

    public static final Prop.IntsProp KERNEL = new Prop.IntsProp("kernel", List.of(2, 2), 2, 2, 1, 1024);
    public static final Prop.IntsProp STRIDE = new Prop.IntsProp("stride", List.of(2, 2), 2, 2, 1, 1024);
    public static final Prop.ChoiceProp PADDING = new Prop.ChoiceProp("padding", "valid", Windows.PADDINGS);

    private static final LayerInfo INFO = LayerInfo.simple(
            "MaxPool2d",
            Family.POOLING,
            List.of("pooling", "max pool", "downsample", "subsample"),
            "pool",
            "Z_{c,i,j} = \\max_{u,v} X_{c,\\,si+u,\\,sj+v}",
            List.of(KERNEL, STRIDE, PADDING));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Windows.requireImage(x.shape());
        var window = Windows.of(x.shape(), b.get(KERNEL), b.get(STRIDE), List.of(1, 1), b.get(PADDING), KERNEL);
        b.output("out", b.apply("Z", new io.netwright.op.MaxPool2d(window), x));
    }
}
