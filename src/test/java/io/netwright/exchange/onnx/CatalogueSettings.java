package io.netwright.exchange.onnx;

import io.netwright.network.PropValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Settings of layers that an export is tested with, besides the defaults and every choice and switch: keys and values
/// in turn.
final class CatalogueSettings {

    private static final Map<String, List<List<Object>>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "Conv1d",
                List.of(
                        List.of("padding", text("causal"), "dilation", ints(3)),
                        List.of("padding", text("explicit"), "pads", ints(2, 1), "stride", ints(2)),
                        List.of("kernel", ints(4), "stride", ints(3), "padding", text("same"))));
        ALL.put("Conv3d", List.of(List.of("kernel", ints(1, 2, 3), "padding", text("same"), "stride", ints(1, 2, 2))));
        ALL.put("DepthwiseConv", List.of(List.of("multiplier", PropValue.of(3))));
        ALL.put("SeparableConv", List.of(List.of("multiplier", PropValue.of(2), "filters", PropValue.of(5))));
        ALL.put(
                "ConvTranspose1d",
                List.of(
                        List.of("kernel", ints(3), "padding", text("same")),
                        List.of("kernel", ints(3), "stride", ints(3), "outputPadding", ints(2)),
                        List.of("padding", text("explicit"), "pads", ints(1, 0), "dilation", ints(3))));
        ALL.put(
                "ConvTranspose2d",
                List.of(
                        List.of("filters", PropValue.of(4), "groups", PropValue.of(2), "kernel", ints(3, 2)),
                        List.of("stride", ints(3, 4), "padding", text("same")),
                        List.of("kernel", ints(4, 3), "padding", text("same")),
                        List.of("stride", ints(2, 3), "outputPadding", ints(1, 2))));
        for (int axes = 1; axes <= 3; axes++) {
            PropValue some = ints(Arrays.copyOf(new int[] {3, 2, 3}, axes));
            PropValue around = ints(Arrays.copyOf(new int[] {1, 0, 1}, axes));
            List<Object> same = List.of("kernel", some, "padding", text("same"));
            List<Object> explicit = List.of("kernel", some, "padding", text("explicit"), "pads", around);
            List<Object> uncounted = List.of("padding", text("same"), "countPadding", PropValue.of(false));
            ALL.put("MaxPool" + axes + "d", List.of(same, explicit));
            ALL.put("AvgPool" + axes + "d", List.of(same, explicit, uncounted));
        }
        for (String type : List.of("ELU", "CELU")) {
            ALL.put(type, List.of(List.of("alpha", PropValue.of(0.4)), List.of("alpha", PropValue.of(2.0))));
        }
        ALL.put("Softplus", List.of(List.of("beta", PropValue.of(3.0))));
        ALL.put("GroupNorm", List.of(List.of("groups", PropValue.of(2)), List.of("epsilon", PropValue.of(0.1))));
        ALL.put(
                "LocalResponseNorm",
                List.of(List.of("size", PropValue.of(2), "alpha", PropValue.of(1.0)), List.of("k", PropValue.of(2.0))));
        ALL.put("Reshape", List.of(List.of("targetShape", ints(1, -1)), List.of("targetShape", ints(3, 7, 2))));
        ALL.put("Permute", List.of(List.of("order", ints(2, 0, 1)), List.of("order", ints(0))));
        ALL.put("Slice", List.of(List.of("axis", PropValue.of(1), "from", PropValue.of(2), "length", PropValue.of(3))));
        ALL.put("Split", List.of(List.of("axis", PropValue.of(1), "first", PropValue.of(1))));
        ALL.put("Gather", List.of(List.of("axis", PropValue.of(1), "indices", ints(2, 0, 1))));
        for (String mode : List.of("zeros", "reflect", "replicate")) {
            ALL.merge(
                    "Pad",
                    List.of(List.of("before", ints(1, 2), "after", ints(0, 1), "mode", text(mode))),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        ALL.put("Crop", List.of(List.of("before", ints(0, 2), "after", ints(1, 0))));
        ALL.put(
                "Upsample",
                List.of(
                        List.of("factor", ints(3, 1)),
                        List.of("factor", ints(3, 2), "interpolation", text("bilinear"))));
        ALL.put("PixelShuffle", List.of(List.of("upscale", PropValue.of(1))));
        ALL.put(
                "AdaptiveAveragePool",
                List.of(
                        List.of("outputSize", ints(2)),
                        List.of("outputSize", ints(3, 2)),
                        List.of("outputSize", ints(7))));
    }

    private CatalogueSettings() {}

    static List<List<Object>> of(String type) {
        return ALL.getOrDefault(type, List.of());
    }

    private static PropValue ints(int... numbers) {
        return PropValue.ints(numbers);
    }

    private static PropValue text(String choice) {
        return PropValue.of(choice);
    }
}
