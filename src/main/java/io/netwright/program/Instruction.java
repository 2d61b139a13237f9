package io.netwright.program;

import io.netwright.op.Op;
import io.netwright.op.Value;
import java.util.List;

/// One op at its place in a program.
///
/// @param index  the place, from 0; stays the same in the training program whether or not other instructions were
///   dropped
/// @param node   the node whose layer asked for it, forwards or backwards
public record Instruction(int index, Op op, List<Value> inputs, Value output, String node, Phase phase) {

    public Instruction {
        inputs = List.copyOf(inputs);
    }
}
