package io.netwright.train;

import io.netwright.op.Value;
import io.netwright.program.Program;

/// Where a program is judged: what the first loss compares with what.
///
/// @param loss       the loss's node
/// @param prediction what goes into it
/// @param target     what it compares with
public record Head(String loss, Value prediction, Value target) {

    /// @param loss           the loss's node
    /// @param predictionPort the output port, written `node.port`, from which its input comes
    static Head of(Program program, String loss, String predictionPort) {
        Value prediction = program.ports().get(predictionPort);
        Value target = program.targets().stream()
                .filter(t -> t.node().equals(loss))
                .map(Program.Data::value)
                .findFirst()
                .orElse(null);
        if (prediction == null || target == null) {
            throw new IllegalArgumentException(loss + " does not compare " + predictionPort);
        }
        return new Head(loss, prediction, target);
    }
}
