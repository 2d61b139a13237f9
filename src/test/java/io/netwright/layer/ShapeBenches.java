package io.netwright.layer;

import static io.netwright.layer.Bench.ints;
import static io.netwright.layer.Bench.of;
import static io.netwright.layer.Bench.props;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Layers that move numbers about and merges on the bench.
final class ShapeBenches {

    static final Map<String, List<Bench>> LINES = new LinkedHashMap<>();

    static {
        for (String type : List.of("Subtract", "Multiply", "Average", "Maximum")) {
            LINES.put(type, List.of(of(type, props(), 1, 1), of(type, props(), 3, 17), of(type, props(), 2, 2, 3, 5)));
        }
        LINES.put(
                "Bilinear",
                List.of(
                        of("Bilinear", props("units", 1), 1, 1),
                        of("Bilinear", props("units", 3), 2, 7),
                        of("Bilinear", props("units", 2, "bias", false), 3, 3)));
        LINES.put(
                "Reshape",
                List.of(
                        of("Reshape", props(), 1, 1),
                        of("Reshape", props("targetShape", ints(3, -1)), 2, 2, 3, 5),
                        of("Reshape", props("targetShape", ints(7, 1, 1)), 3, 7)));
        LINES.put(
                "Permute",
                List.of(
                        of("Permute", props(), 1, 1, 3),
                        of("Permute", props(), 2, 7, 2),
                        of("Permute", props("order", ints(1, 2, 0)), 2, 2, 3, 5)));
        LINES.put(
                "RepeatVector",
                List.of(of("RepeatVector", props("times", 1), 1, 1), of("RepeatVector", props("times", 3), 2, 7)));
        LINES.put(
                "Slice",
                List.of(
                        of("Slice", props(), 1, 1),
                        of("Slice", props("from", 2, "length", 3), 2, 7),
                        of("Slice", props("axis", 2, "from", 1), 2, 2, 3, 5)));
        LINES.put("Split", List.of(of("Split", props(), 1, 2), of("Split", props("axis", 1, "first", 2), 2, 2, 3, 5)));
        LINES.put(
                "Gather",
                List.of(
                        of("Gather", props(), 1, 1),
                        of("Gather", props("indices", ints(6, 0, 1, 2, 0)), 2, 7),
                        of("Gather", props("axis", 2, "indices", ints(4, 1)), 2, 2, 3, 5)));
        LINES.put(
                "Pad",
                List.of(
                        of("Pad", props(), 1, 1),
                        of("Pad", props("before", ints(1, 0), "after", ints(2, 1)), 2, 2, 3, 5),
                        of("Pad", props("before", ints(2, 1), "after", ints(1, 3), "mode", "reflect"), 1, 2, 3, 5),
                        of("Pad", props("before", ints(3), "after", ints(0), "mode", "replicate"), 2, 7)));
        LINES.put(
                "Crop",
                List.of(
                        of("Crop", props(), 1, 3),
                        of("Crop", props("before", ints(0, 2), "after", ints(1, 1)), 2, 2, 3, 5)));
        LINES.put(
                "Upsample",
                List.of(
                        of("Upsample", props(), 1, 1, 1, 1),
                        of("Upsample", props("factor", ints(1, 3)), 2, 2, 3, 2),
                        of("Upsample", props("interpolation", "bilinear"), 1, 1, 1, 3),
                        of("Upsample", props("factor", ints(3, 2), "interpolation", "bilinear"), 2, 2, 3, 4)));
        LINES.put(
                "PixelShuffle",
                List.of(of("PixelShuffle", props(), 1, 4, 1, 1), of("PixelShuffle", props("upscale", 3), 2, 18, 2, 1)));
    }

    private ShapeBenches() {}
}
