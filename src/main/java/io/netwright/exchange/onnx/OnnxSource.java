package io.netwright.exchange.onnx;

import io.netwright.data.Scaler;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import org.jspecify.annotations.Nullable;

/// What is to become a model.
///
/// @param program    compiled for evaluation
/// @param parameters its trained numbers, in either precision. Not modified.
/// @param opset      the operators to write it in
/// @param precision  of the file, its inputs and outputs
/// @param scaler     what samples go through before the network sees them; null where the file takes what the
///                   network takes
/// @param about      names and notes
public record OnnxSource(
        Program program,
        Parameters parameters,
        Opset opset,
        Precision precision,
        @Nullable Scaler scaler,
        About about) {

    /// @throws IllegalArgumentException where the program is one for training, which computes something else
    public OnnxSource {
        if (!program.gradients().isEmpty() || !program.updates().isEmpty()) {
            throw new IllegalArgumentException("a program for training");
        }
    }

    OnnxSource with(Precision other) {
        return new OnnxSource(program, parameters, opset, other, scaler, about);
    }
}
