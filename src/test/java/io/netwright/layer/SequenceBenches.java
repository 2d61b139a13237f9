package io.netwright.layer;

import static io.netwright.layer.Bench.of;
import static io.netwright.layer.Bench.props;

import java.util.List;
import java.util.Map;

/// Positions, attention, gates and blocks over sequences on the bench.
final class SequenceBenches {

    static final Map<String, List<Bench>> LINES = Map.of(
            "SinusoidalPositions",
            List.of(
                    of("SinusoidalPositions", props(), 1, 1, 1),
                    of("SinusoidalPositions", props("base", 10.0), 2, 7, 3)),
            "RotaryPositions",
            List.of(
                    of("RotaryPositions", props(), 1, 1, 2),
                    of("RotaryPositions", props("heads", 2), 2, 7, 12),
                    of("RotaryPositions", props("heads", 3, "interleaved", true), 3, 3, 12)),
            "Attention",
            List.of(
                    of("Attention", props(), 1, 1, 1),
                    of("Attention", props("causal", true), 2, 7, 3),
                    of("Attention", props("scaled", false), 3, 3, 2).wired("key", "value", "mask")),
            "GLU",
            List.of(of("GLU", props(), 1, 2), of("GLU", props(), 3, 7, 6), of("GLU", props(), 2, 2, 3, 4)),
            "SwiGLU",
            List.of(
                    of("SwiGLU", props("units", 1), 1, 1),
                    of("SwiGLU", props("units", 7, "bias", true), 3, 17),
                    of("SwiGLU", props("units", 3), 2, 7, 2)),
            "MatMul",
            List.of(
                    of("MatMul", props("transposeRight", true), 1, 1, 1),
                    of("MatMul", props("transposeRight", true), 2, 7, 3),
                    of("MatMul", props("transposeLeft", true), 3, 5, 2),
                    of("MatMul", props("transposeRight", true), 2, 2, 3, 5)),
            "TransformerEncoder",
            List.of(
                    of("TransformerEncoder", props("heads", 1, "hidden", 2), 1, 1, 2),
                    of("TransformerEncoder", props("heads", 2, "causal", true, "rotary", true), 2, 5, 4),
                    of("TransformerEncoder", props("norm", "post", "feedForward", "relu", "heads", 2), 3, 3, 2)
                            .wired("mask"),
                    of("TransformerEncoder", props("feedForward", "swiglu", "hidden", 3, "heads", 1), 2, 7, 2)),
            "TransformerDecoder",
            List.of(
                    of("TransformerDecoder", props("heads", 1, "hidden", 2), 1, 1, 2),
                    of("TransformerDecoder", props("heads", 2), 2, 3, 4),
                    of("TransformerDecoder", props("norm", "post", "heads", 1, "hidden", 3), 3, 3, 2)
                            .wired("mask")));

    private SequenceBenches() {}
}
