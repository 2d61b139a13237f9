package io.netwright.train;

import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.op.Value;
import io.netwright.program.Program;

/// Where a program is judged: what the first loss compares with what.
///
/// @param loss       the loss's node
/// @param prediction what goes into it
/// @param target     what it compares with
public record Head(String loss, Value prediction, Value target) {

    /// @return where the first loss of a network's program is judged
    public static Head of(Network network, Program program) {
        String loss = program.losses().firstEntry().getKey();
        return of(
                program,
                loss,
                network.wiresInto(new Port(loss, "in")).getFirst().from().toString());
    }

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
