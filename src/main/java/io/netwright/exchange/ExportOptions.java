package io.netwright.exchange;

import io.netwright.exchange.certificate.Certifier;
import io.netwright.exchange.onnx.Opset;
import io.netwright.tensor.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to export.
///
/// @param opset         the version of ONNX's operators; see [Opset]
/// @param precision     of the file; null for that of the network
/// @param scalingInside whether the file scales its inputs as the project does, so that it takes features in the units
///                      of their source; without meaning where the project does not scale
/// @param seed          of the certificate's random inputs
/// @param batches       the batch sizes that the certificate tries
public record ExportOptions(
        int opset, @Nullable Precision precision, boolean scalingInside, long seed, List<Integer> batches) {

    public static final ExportOptions DEFAULT =
            new ExportOptions(Opset.DEFAULT.version(), null, true, 1, Certifier.BATCHES);

    public ExportOptions {
        batches = List.copyOf(batches);
    }

    public ExportOptions withOpset(int version) {
        return new ExportOptions(version, precision, scalingInside, seed, batches);
    }

    public ExportOptions withPrecision(@Nullable Precision other) {
        return new ExportOptions(opset, other, scalingInside, seed, batches);
    }

    public ExportOptions withScalingInside(boolean inside) {
        return new ExportOptions(opset, precision, inside, seed, batches);
    }
}
