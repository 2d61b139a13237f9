package io.netwright.layer;

import static io.netwright.layer.Bench.of;
import static io.netwright.layer.Bench.props;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Activations, normalisations and regularisers on the bench.
final class ElementBenches {

    static final Map<String, List<Bench>> LINES = new LinkedHashMap<>();

    static {
        for (String type : List.of("ReLU6", "SELU", "SiLU", "Mish", "HardSigmoid", "HardSwish", "Softsign")) {
            LINES.put(type, List.of(of(type, props(), 1, 1), of(type, props(), 3, 17), of(type, props(), 2, 2, 3, 5)));
        }
        LINES.put(
                "GELU",
                List.of(
                        of("GELU", props(), 1, 1),
                        of("GELU", props(), 2, 65),
                        of("GELU", props("approximate", "tanh"), 3, 17)));
        LINES.put(
                "PReLU",
                List.of(
                        of("PReLU", props(), 1, 1),
                        of("PReLU", props("perChannel", true), 3, 7),
                        of("PReLU", props("perChannel", true), 2, 2, 3, 5)));
        LINES.put("ELU", List.of(of("ELU", props(), 1, 1), of("ELU", props("alpha", 0.3), 3, 17)));
        LINES.put("CELU", List.of(of("CELU", props(), 1, 1), of("CELU", props("alpha", 0.3), 3, 17)));
        LINES.put("Softplus", List.of(of("Softplus", props(), 1, 1), of("Softplus", props("beta", 3.0), 3, 17)));
        LINES.put(
                "LogSoftmax",
                List.of(
                        of("LogSoftmax", props(), 1, 1),
                        of("LogSoftmax", props(), 2, 17),
                        of("LogSoftmax", props(), 2, 2, 3, 5)));
        LINES.put(
                "GroupNorm",
                List.of(
                        of("GroupNorm", props(), 1, 3),
                        of("GroupNorm", props("groups", 2), 2, 4, 3, 2),
                        of("GroupNorm", props("groups", 3, "affine", false), 1, 3, 7)));
        LINES.put(
                "InstanceNorm",
                List.of(
                        of("InstanceNorm", props(), 1, 1, 2),
                        of("InstanceNorm", props("affine", true), 2, 3, 2, 5),
                        of("InstanceNorm", props(), 2, 2, 2, 1, 3)));
        LINES.put(
                "LocalResponseNorm",
                List.of(
                        of("LocalResponseNorm", props("alpha", 1.0), 1, 1),
                        of("LocalResponseNorm", props("alpha", 0.7, "size", 2, "beta", 0.5), 3, 7),
                        of("LocalResponseNorm", props("alpha", 2.0, "size", 3, "k", 2.0), 2, 7, 2, 3)));
        LINES.put(
                "SpatialDropout",
                List.of(of("SpatialDropout", props(), 3, 2, 7), of("SpatialDropout", props("rate", 0.2), 2, 7, 2, 3)));
        LINES.put(
                "AlphaDropout",
                List.of(of("AlphaDropout", props(), 1, 17), of("AlphaDropout", props("rate", 0.2), 2, 2, 3, 5)));
        LINES.put(
                "GaussianNoise",
                List.of(of("GaussianNoise", props(), 1, 1), of("GaussianNoise", props("deviation", 0.5), 2, 2, 3, 5)));
    }

    private ElementBenches() {}
}
