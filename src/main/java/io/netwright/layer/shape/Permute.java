package io.netwright.layer.shape;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The axes of a sample in another order.
public final class Permute implements Layer {

    /// Which axis of what comes in becomes the first, which the second, and so on.
    public static final Prop.IntsProp ORDER = new Prop.IntsProp("order", List.of(1, 0), 1, 4, 0, 3);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Permute",
            Family.MERGE,
            List.of("transpose", "swap axes", "channels last", "channels first"),
            "permute",
            "Y = \\operatorname{permute}(X)",
            List.of(ORDER));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        List<Integer> order = b.get(ORDER);
        int axes = x.shape().rank() - 1;
        List<Integer> every = IntStream.range(0, axes).boxed().toList();
        if (!order.stream().sorted().toList().equals(every)) {
            throw LayerException.atProperty(
                    ORDER, Message.of("layers.problem.order", axes, x.shape().toString()));
        }
        List<Integer> all = new ArrayList<>(List.of(0));
        order.forEach(axis -> all.add(axis + 1));
        b.output("out", b.apply("Y", new io.netwright.op.Permute(all), x));
    }
}
