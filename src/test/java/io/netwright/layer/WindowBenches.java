package io.netwright.layer;

import static io.netwright.layer.Bench.ints;
import static io.netwright.layer.Bench.of;
import static io.netwright.layer.Bench.props;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Convolutions and pools on the bench. Each setting is there once with everything that it must work with: odd sizes,
/// windows that overlap, leave gaps, skip and hang over.
final class WindowBenches {

    static final Map<String, List<Bench>> LINES = new LinkedHashMap<>();

    static {
        LINES.put(
                "Conv1d",
                List.of(
                        of("Conv1d", props("filters", 1, "kernel", ints(1)), 1, 1, 1),
                        of("Conv1d", props("filters", 3, "padding", "causal", "dilation", ints(2)), 2, 2, 7),
                        of("Conv1d", props("filters", 4, "groups", 2, "stride", ints(2), "padding", "same"), 2, 2, 17),
                        of("Conv1d", props("filters", 2, "padding", "explicit", "pads", ints(3, 1)), 3, 3, 2)));
        LINES.put(
                "Conv3d",
                List.of(
                        of("Conv3d", props("filters", 1, "kernel", ints(1, 1, 1)), 1, 1, 1, 1, 1),
                        of(
                                "Conv3d",
                                props("filters", 2, "kernel", ints(2, 3, 2), "stride", ints(1, 2, 1)),
                                2,
                                2,
                                3,
                                5,
                                4),
                        of(
                                "Conv3d",
                                props("filters", 4, "groups", 2, "padding", "same", "dilation", ints(1, 2, 1)),
                                1,
                                2,
                                2,
                                3,
                                7),
                        of(
                                "Conv3d",
                                props("filters", 1, "padding", "explicit", "pads", ints(1, 0, 2, 0, 1, 1)),
                                2,
                                1,
                                3,
                                2,
                                1)));
        LINES.put(
                "DepthwiseConv",
                List.of(
                        of("DepthwiseConv", props(), 1, 1, 3, 3),
                        of(
                                "DepthwiseConv",
                                props("multiplier", 2, "padding", "same", "stride", ints(2, 1)),
                                2,
                                3,
                                5,
                                7)));
        LINES.put(
                "SeparableConv",
                List.of(
                        of("SeparableConv", props("filters", 1), 1, 1, 3, 3),
                        of("SeparableConv", props("filters", 3, "multiplier", 2, "padding", "same"), 2, 2, 4, 7)));
        LINES.put(
                "ConvTranspose1d",
                List.of(
                        of("ConvTranspose1d", props("filters", 1), 1, 1, 1),
                        of("ConvTranspose1d", props("filters", 3, "padding", "same", "kernel", ints(3)), 2, 2, 7),
                        of(
                                "ConvTranspose1d",
                                props("filters", 2, "stride", ints(3), "dilation", ints(2), "outputPadding", ints(1)),
                                3,
                                3,
                                3)));
        LINES.put(
                "ConvTranspose2d",
                List.of(
                        of("ConvTranspose2d", props("filters", 1), 1, 1, 1, 1),
                        of("ConvTranspose2d", props("filters", 4, "groups", 2, "kernel", ints(3, 2)), 2, 2, 3, 5),
                        // the window is shorter than its stride: rows that nothing is laid on
                        of("ConvTranspose2d", props("filters", 2, "stride", ints(3, 2), "padding", "same"), 2, 3, 2, 3),
                        of(
                                "ConvTranspose2d",
                                props("filters", 1, "kernel", ints(3, 3), "padding", "explicit", "pads", ints(1, 1)),
                                2,
                                2,
                                7,
                                2)));
        for (String kind : List.of("Max", "Avg")) {
            String one = kind + "Pool1d";
            String two = kind + "Pool2d";
            String three = kind + "Pool3d";
            LINES.put(
                    one,
                    List.of(
                            of(one, props(), 1, 1, 2),
                            of(one, props("kernel", ints(3), "stride", ints(1), "padding", "same"), 2, 3, 7),
                            of(one, props("padding", "explicit", "pads", ints(0, 1)), 3, 2, 17)));
            LINES.put(
                    two,
                    List.of(
                            of(two, props(), 1, 1, 2, 2),
                            of(two, props(), 2, 3, 7, 5),
                            of(two, props("kernel", ints(3, 3), "padding", "same"), 2, 2, 5, 4)));
            LINES.put(
                    three,
                    List.of(
                            of(three, props(), 1, 1, 2, 2, 2),
                            of(three, props("kernel", ints(2, 3, 1), "padding", "same"), 2, 2, 3, 5, 3)));
        }
        LINES.put(
                "GlobalMaxPool",
                List.of(of("GlobalMaxPool", props(), 1, 1, 1), of("GlobalMaxPool", props(), 3, 2, 3, 7)));
        LINES.put(
                "GlobalAveragePool",
                List.of(
                        of("GlobalAveragePool", props(), 1, 1, 1),
                        of("GlobalAveragePool", props(), 3, 2, 3, 7),
                        of("GlobalAveragePool", props(), 2, 2, 3, 1, 2)));
        LINES.put(
                "AdaptiveAveragePool",
                List.of(
                        of("AdaptiveAveragePool", props(), 1, 1, 1),
                        of("AdaptiveAveragePool", props("outputSize", ints(2, 3)), 2, 2, 4, 3),
                        // windows of different sizes that overlap
                        of("AdaptiveAveragePool", props("outputSize", ints(3, 2)), 2, 2, 7, 5),
                        // more windows than elements
                        of("AdaptiveAveragePool", props("outputSize", ints(7)), 2, 1, 3)));
    }

    private WindowBenches() {}
}
