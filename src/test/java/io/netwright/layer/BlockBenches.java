package io.netwright.layer;

import static io.netwright.layer.Bench.ints;
import static io.netwright.layer.Bench.of;
import static io.netwright.layer.Bench.props;

import java.util.List;
import java.util.Map;

/// Layers that are made of others on the bench.
final class BlockBenches {

    static final Map<String, List<Bench>> LINES = Map.of(
            "Residual",
            List.of(
                    of("Residual", props("filters", 2), 3, 2, 3, 4),
                    of("Residual", props("filters", 3, "step", 2), 2, 2, 5, 3)),
            "Inception",
            List.of(of(
                    "Inception",
                    props("filters1", 1, "reduce3", 2, "filters3", 2, "reduce5", 1, "filters5", 1, "filtersPool", 3),
                    2,
                    2,
                    3,
                    5)),
            "SqueezeExcite",
            List.of(of("SqueezeExcite", props(), 1, 1, 1, 1), of("SqueezeExcite", props("ratio", 2), 3, 5, 2, 3)),
            "UNetStage",
            List.of(
                    of("UNetStage", props("filters", 2), 2, 1, 2, 4),
                    of("UNetStage", props("filters", 1, "depth", 2), 1, 2, 4, 8),
                    of("UNetStage", props("filters", 3, "depth", 0), 3, 1, 3, 1)),
            "TimeDistributed",
            List.of(
                    of("TimeDistributed", props("units", 2), 3, 5, 3),
                    of("TimeDistributed", props("layer", "Conv2d", "filters", 2, "kernel", ints(2, 3)), 2, 3, 2, 4, 5),
                    of("TimeDistributed", props("layer", "Conv2d", "filters", 1, "padding", "same"), 1, 2, 1, 3, 1),
                    of("TimeDistributed", props("layer", "MaxPool2d", "kernel", ints(2, 1)), 1, 2, 1, 5, 3),
                    of("TimeDistributed", props("layer", "AvgPool2d", "kernel", ints(2, 2)), 3, 1, 2, 2, 3),
                    of("TimeDistributed", props("layer", "GlobalAveragePool"), 2, 3, 2, 1, 3),
                    of("TimeDistributed", props("layer", "Flatten"), 2, 3, 2, 1, 3)));

    private BlockBenches() {}
}
