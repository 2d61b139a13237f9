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

/// The numbers of a sample, in the same order, with other axes.
public final class Reshape implements Layer {

    /// One of them may be -1: what is left over.
    public static final Prop.IntsProp TARGET = new Prop.IntsProp("targetShape", List.of(-1), 1, 4, -1, 1 << 20);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Reshape",
            Family.MERGE,
            List.of("view", "unflatten", "fold"),
            "reshape",
            "Y = \\operatorname{reshape}(X)",
            List.of(TARGET));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        List<Integer> wanted = b.get(TARGET);
        int all = x.shape().elementsPerSample();
        int known = 1;
        int open = 0;
        for (int size : wanted) {
            if (size == -1) {
                open++;
            } else {
                known = Math.multiplyExact(known, size);
            }
        }
        boolean fits = known != 0 && open <= 1 && all % Math.max(1, known) == 0 && (open == 1 || known == all);
        if (!fits) {
            throw LayerException.atProperty(
                    TARGET, Message.of("layers.problem.reshape", x.shape().toString(), wanted.toString()));
        }
        int left = all / known;
        int[] sizes = wanted.stream().mapToInt(size -> size == -1 ? left : size).toArray();
        b.output("out", b.reshape("Y", x, Shape.batchOf(sizes)));
    }
}
