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
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.Map;

/// Squeeze-and-excitation (Hu et al., CVPR 2018): each channel is multiplied by a number from 0 to 1 that two dense
/// layers read off the means of all channels.
public final class SqueezeExcite implements Composite {

    /// How many channels there are for each number between the two dense layers.
    public static final Prop.IntProp RATIO = new Prop.IntProp("ratio", 16, 1, 1 << 12);

    private static final LayerInfo INFO = LayerInfo.simple(
            "SqueezeExcite",
            Family.BLOCK,
            List.of("se", "squeeze-and-excitation", "channel attention"),
            "squeeze",
            "Y = X \\odot \\sigma(W_2 \\operatorname{ReLU}(W_1 \\bar{X}))",
            List.of(RATIO));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public Block parts(Parts p) {
        Shape x = Images.require(p);
        int channels = x.size(1);
        int places = x.size(2) * x.size(3);
        Sketch s = new Sketch();
        Port in = s.input("in");
        Port mean = s.add("pool1", "GlobalAveragePool", in);
        Port few = s.add("relu1", "ReLU", dense(s, "dense1", Math.max(1, channels / p.get(RATIO)), mean));
        Port gate = s.add("sigmoid1", "Sigmoid", dense(s, "dense2", channels, few));
        // one number a channel, repeated at every place of the image
        Port row = s.add("repeat1", "RepeatVector", Map.of("times", PropValue.of(places)), gate);
        Port byChannel = s.add("permute1", "Permute", row);
        Map<String, PropValue> image = Map.of("targetShape", PropValue.ints(channels, x.size(2), x.size(3)));
        Port spread = s.add("reshape1", "Reshape", image, byChannel);
        s.output("out", s.add("mul1", "Multiply", in, spread));
        return s.block();
    }

    private static Port dense(Sketch s, String name, int units, Port from) {
        return s.add(name, "Dense", Map.of("units", PropValue.of(units)), from);
    }
}
