package io.netwright.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the output of a frame does when one of its operands changes a little. In a backward frame: what the gradient
/// that comes in is multiplied by.
///
/// @param name    the derivative, in LaTeX: `\frac{\partial A_{1}}{\partial Z_{1}}`
/// @param formula its rule, in LaTeX: `[Z_{1} > 0]`
/// @param kind    how it acts
/// @param matrix  its numbers; null where `formula` says it all
public record LocalDerivative(
        String name, String formula, Kind kind, @Nullable Numbers matrix) {

    /// How a local derivative acts on what comes in.
    public enum Kind {
        /// Element by element.
        ELEMENTWISE,
        /// As a factor of a matrix product or a convolution.
        FACTOR,
        /// One Jacobian a sample.
        JACOBIAN,
        /// The same number everywhere.
        CONSTANT
    }

    public Optional<Numbers> numbers() {
        return Optional.ofNullable(matrix);
    }
}
