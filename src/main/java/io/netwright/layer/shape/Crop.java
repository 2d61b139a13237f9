package io.netwright.layer.shape;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Cuts a border off the last axes of a sample.
public final class Crop implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "Crop",
            Family.MERGE,
            List.of("cropping2d", "cut", "trim"),
            "crop",
            "Y = \\operatorname{crop}(X)",
            List.of(Edges.BEFORE, Edges.AFTER));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int first = Edges.first(b, x.shape());
        for (int i = 0; i < b.get(Edges.BEFORE).size(); i++) {
            int before = b.get(Edges.BEFORE).get(i);
            int left = x.shape().size(first + i) - before - b.get(Edges.AFTER).get(i);
            if (left < 1) {
                throw LayerException.atProperty(
                        Edges.BEFORE,
                        Message.of("layers.problem.nothingLeft", x.shape().toString()));
            }
            if (left < x.shape().size(first + i)) {
                x = b.apply("Y", new SliceAxis(first + i, before, left), x);
            }
        }
        b.output("out", x);
    }
}
