package io.netwright.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a trained network can be written as.
public enum ExportFormat {
    /// The whole network as an ONNX model, with a certificate.
    ONNX,
    /// The weights alone.
    SAFETENSORS;

    /// @return the name on the command line
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return how its files end, with the dot
    public String extension() {
        return "." + id();
    }

    /// @return the format of that name
    public static Optional<ExportFormat> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }
}
