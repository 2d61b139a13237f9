package io.netwright.step.exercise;

import io.netwright.text.Message;
import java.util.Locale;

/// What probably went wrong, the more telling first: where two mistakes give the same number, the first is named.
public enum Diagnosis {
    /// Right but for the sign; in an update, up the gradient.
    SIGN,
    /// The change alone, where the new value was asked for.
    CHANGE,
    /// The slope of the activation was left out.
    ACTIVATION_DERIVATIVE,
    /// The loss is a mean, and its 1/N was left out.
    MEAN,
    /// A matrix was used, or read, with rows and columns exchanged; a kernel turned round.
    TRANSPOSED,
    /// The learning rate was left out, or is off by a power of ten.
    RATE,
    /// Something else was put in the place of an operand, such as what went into an activation for what came out.
    OPERAND,
    /// The number of another element.
    ELEMENT,
    UNKNOWN;

    /// @return a sentence that leads to the answer without giving it away
    public Message message() {
        return Message.of("step.exercise.diagnosis." + name().toLowerCase(Locale.ROOT));
    }
}
