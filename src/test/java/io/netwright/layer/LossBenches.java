package io.netwright.layer;

import static io.netwright.layer.Bench.of;
import static io.netwright.layer.Bench.props;

import io.netwright.network.PropValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Losses on the bench. Batches of an odd size have class indices where the loss takes them, see [CatalogueBenches].
final class LossBenches {

    static final Map<String, List<Bench>> LINES = new LinkedHashMap<>();

    static {
        LINES.put(
                "CrossEntropy",
                List.of(
                        of("CrossEntropy", props(), 1, 2),
                        of("CrossEntropy", props(), 2, 3),
                        of("CrossEntropy", props(), 7, 17),
                        of("CrossEntropy", props(), 3, 5, 2),
                        of("CrossEntropy", props("ignoreIndex", 1), 3, 5, 3),
                        of("CrossEntropy", props("ignoreIndex", 0), 7, 3),
                        of("CrossEntropy", props("labelSmoothing", 0.1), 3, 7),
                        of("CrossEntropy", props("classWeights", reals(0.2, 1, 3), "ignoreIndex", 0), 3, 5, 3),
                        of("CrossEntropy", props("classWeights", reals(0.2, 1, 3)), 3, 3),
                        of("CrossEntropy", props("classWeights", reals(2, 0.5), "labelSmoothing", 0.2), 2, 2),
                        of("CrossEntropy", props("classWeights", reals(2, 0.5), "labelSmoothing", 0.2), 3, 2)));
        LINES.put(
                "NLL",
                List.of(
                        of("NLL", props(), 1, 2),
                        of("NLL", props(), 2, 3),
                        of("NLL", props("classWeights", reals(0.2, 1, 3)), 3, 3)));
        LINES.put(
                "BCEWithLogits",
                List.of(
                        of("BCEWithLogits", props(), 1, 2),
                        of("BCEWithLogits", props(), 7, 17),
                        of("BCEWithLogits", props("positiveWeight", reals(3)), 2, 2, 3, 2),
                        of("BCEWithLogits", props("positiveWeight", reals(0.5, 1, 4)), 2, 3)));
        LINES.put("BCE", List.of(of("BCE", props(), 1, 1), of("BCE", props(), 3, 7)));
        for (String type : List.of("L1", "LogCosh", "KLDiv")) {
            LINES.put(
                    type,
                    List.of(
                            of(type, props(), 1, 1),
                            of(type, props("reduction", "mean"), 2, 2, 3, 2),
                            of(type, props("reduction", "sum"), 3, 7)));
        }
        LINES.put("Huber", List.of(of("Huber", props(), 1, 1), of("Huber", props("delta", 0.3), 3, 17)));
        LINES.put("SmoothL1", List.of(of("SmoothL1", props(), 1, 1), of("SmoothL1", props("beta", 0.3), 3, 17)));
        LINES.put(
                "Focal",
                List.of(
                        of("Focal", props(), 1, 1),
                        of("Focal", props(), 3, 7),
                        of("Focal", props("gamma", 1.5, "balance", 0.6), 2, 3)));
        LINES.put(
                "Dice",
                List.of(
                        of("Dice", props(), 1, 1),
                        of("Dice", props(), 3, 7),
                        of("Dice", props("smooth", 0.1), 2, 2, 3, 2)));
        LINES.put(
                "PoissonNLL",
                List.of(
                        of("PoissonNLL", props(), 1, 1),
                        of("PoissonNLL", props(), 3, 7),
                        of("PoissonNLL", props("logInput", false), 2, 3)));
        LINES.put("GaussianNLL", List.of(of("GaussianNLL", props(), 1, 1), of("GaussianNLL", props(), 3, 7)));
        LINES.put(
                "Hinge",
                List.of(
                        of("Hinge", props(), 1, 1),
                        of("Hinge", props("margin", 0.5), 2, 3),
                        of("Hinge", props(), 3, 7)));
        LINES.put(
                "CosineEmbedding",
                List.of(
                        of("CosineEmbedding", props(), 1, 2),
                        of("CosineEmbedding", props("cosineMargin", -0.5), 3, 7)));
        LINES.put(
                "CTC",
                List.of(
                        of("CTC", props(), 1, 2, 2),
                        of("CTC", props(), 3, 7, 3),
                        of("CTC", props("blank", 4), 3, 17, 5),
                        of("CTC", props("zeroInfinity", true), 7, 3, 2)));
    }

    private LossBenches() {}

    private static PropValue reals(double... numbers) {
        return PropValue.reals(numbers);
    }
}
