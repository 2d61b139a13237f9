package io.netwright.layer.block;

import io.netwright.layer.Composite;
import io.netwright.layer.Family;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Parts;
import io.netwright.layer.Prop;
import io.netwright.layer.WindowProps;
import io.netwright.network.Block;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// One layer on every step of a sequence, with the same weights at each: of sequences `(N, T, F)`, or of films
/// `(N, T, C, H, W)`. The steps are not unrolled. A window over the images of a film is a window over the film that is
/// one step deep, so it costs what the layer itself would cost on `N T` images.
public final class TimeDistributed implements Composite {

    private static final String DENSE = "Dense";
    private static final String CONV = "Conv2d";
    private static final String MAX = "MaxPool2d";
    private static final String MEAN = "AvgPool2d";
    private static final String GLOBAL = "GlobalAveragePool";
    private static final String FLATTEN = "Flatten";

    public static final Prop.ChoiceProp LAYER =
            new Prop.ChoiceProp("layer", DENSE, List.of(DENSE, CONV, MAX, MEAN, GLOBAL, FLATTEN));

    /// Of Dense.
    public static final Prop.IntProp UNITS = new Prop.IntProp("units", 16, 1, 1 << 20);

    /// Of Conv2d.
    public static final Prop.IntProp FILTERS = new Prop.IntProp("filters", 16, 1, 1 << 16);

    /// Of Conv2d, and of pools, which move by their own size.
    public static final Prop.IntsProp KERNEL = new Prop.IntsProp("kernel", List.of(3, 3), 2, 2, 1, 1024);

    /// Of Conv2d.
    public static final Prop.ChoiceProp PADDING =
            new Prop.ChoiceProp("padding", WindowProps.VALID, List.of(WindowProps.VALID, WindowProps.SAME));

    private static final LayerInfo INFO = LayerInfo.simple(
            "TimeDistributed",
            Family.RECURRENT,
            List.of("time distributed", "per step", "per frame", "video", "sequence"),
            "timed",
            "Y_t = f(X_t)",
            List.of(LAYER, UNITS, FILTERS, KERNEL, PADDING));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public Block parts(Parts p) {
        Shape x = p.shape("in");
        String layer = p.get(LAYER);
        boolean images = List.of(CONV, MAX, MEAN, GLOBAL).contains(layer);
        if (images ? x.rank() != 5 : x.rank() < 3) {
            String problem = images ? "layers.problem.needsFilm" : "layers.problem.needsSteps";
            throw LayerException.atPort("in", Message.of(problem, x.toString()));
        }
        Sketch s = new Sketch();
        Port in = s.input("in");
        s.output(
                "out",
                switch (layer) {
                    case DENSE -> s.add(Node.of("dense", DENSE).with("units", PropValue.of(p.get(UNITS))), in);
                    case FLATTEN -> s.add(reshape("rows", x.size(1), -1), in);
                    case CONV -> film(s, in, conv(p));
                    case GLOBAL -> {
                        Port means = film(s, in, pool("AvgPool3d", List.of(x.size(3), x.size(4))));
                        yield s.add(reshape("rows", x.size(1), x.size(2)), means);
                    }
                    default -> film(s, in, pool(layer.equals(MAX) ? "MaxPool3d" : "AvgPool3d", p.get(KERNEL)));
                });
        return s.block();
    }

    /// A layer over `(N, C, T, H, W)`, as films are elsewhere.
    private static Port film(Sketch s, Port in, Node layer) {
        Port channelsFirst = s.add(swap("channels"), in);
        return s.add(swap("steps"), s.add(layer, channelsFirst));
    }

    private static Node swap(String name) {
        return Node.of(name, "Permute").with("order", PropValue.ints(1, 0, 2, 3));
    }

    private static Node reshape(String name, int... sizes) {
        return Node.of(name, "Reshape").with("targetShape", PropValue.ints(sizes));
    }

    private static Node conv(Parts p) {
        List<Integer> kernel = p.get(KERNEL);
        return Node.of("conv", "Conv3d")
                .with("filters", PropValue.of(p.get(FILTERS)))
                .with("kernel", PropValue.ints(1, kernel.get(0), kernel.get(1)))
                .with("padding", PropValue.of(p.get(PADDING)));
    }

    private static Node pool(String type, List<Integer> kernel) {
        PropValue window = PropValue.ints(1, kernel.get(0), kernel.get(1));
        return Node.of("pool", type).with("kernel", window).with("stride", window);
    }
}
