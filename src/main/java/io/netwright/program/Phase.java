package io.netwright.program;

/// The parts of a training step, in order; the update is the optimizer's and not part of the program.
public enum Phase {
    FORWARD,
    LOSS,
    BACKWARD
}
