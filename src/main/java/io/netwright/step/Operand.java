package io.netwright.step;

/// Something that a frame computes from.
///
/// @param name    how formulas call it, in LaTeX, without transposition: `A_{1}`
/// @param source  where its numbers come from
/// @param numbers as they were when the frame was computed; seen transposed where the formula says so
/// @param batched whether its first axis, not transposed, counts samples
public record Operand(String name, Source source, Numbers numbers, boolean batched) {

    /// Where an operand's numbers come from.
    public sealed interface Source {

        /// Another frame made it.
        ///
        /// @param index the frame's place in the recording
        record OfFrame(int index, String node) implements Source {}

        /// A trainable parameter, such as `dense1.weight`, or one of its optimizer's numbers.
        record OfParameter(String name, String node) implements Source {}

        /// Something that is kept from step to step, such as `bn1.running_mean`.
        record OfState(String name, String node) implements Source {}

        /// The batch: its features, or its targets.
        record OfData(String node, boolean target) implements Source {}

        /// A constant of the rule.
        record OfRule() implements Source {}
    }

    /// @return the name as this frame's formula writes it, in LaTeX: `A_{1}^{\top}` where it is transposed
    public String written() {
        return numbers.isTransposed() ? name + "^{\\top}" : name;
    }
}
