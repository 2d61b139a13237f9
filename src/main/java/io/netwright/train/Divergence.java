package io.netwright.train;

import io.netwright.program.Phase;
import io.netwright.text.Message;
import org.jspecify.annotations.Nullable;

/// A step that was not taken, because its numbers were no longer finite, or a gradient was so large that a step would
/// wipe out the weights. The weights are as before it.
///
/// @param epoch   the epoch, from 1
/// @param step    the number of the step, from 1
/// @param node    the node where it happened first
/// @param op      the op there, such as `Exp`; null where a weight itself was not finite before the step
/// @param phase   of the op: forwards, in the loss, or backwards
/// @param message what to tell a person
public record Divergence(
        int epoch, long step, String node, @Nullable String op, Phase phase, Message message) {

    /// A gradient beyond this explodes: in float32, with 24 bits, a weight that moves by as much times any usual
    /// learning rate has no digit left of what it was.
    public static final double MOST = 1e12;
}
