package io.netwright.op;

import io.netwright.text.Message;

/// Operands whose shapes do not fit the op. `compile` turns it into a diagnostic located at the node that asked for it.
public final class ShapeException extends RuntimeException {

    private final transient Message problem;

    public ShapeException(Message problem) {
        super(problem.key() + " " + problem.args());
        this.problem = problem;
    }

    /// @return what does not fit, in words
    public Message problem() {
        return problem;
    }
}
