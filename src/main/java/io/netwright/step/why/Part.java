package io.netwright.step.why;

import java.util.List;

/// A part of a change: how much of it came from where.
///
/// @param amount how much, in units of the change; the amounts of a part's own parts add up to it, within rounding
public record Part(Origin origin, double amount) {

    /// Where a part came from.
    public sealed interface Origin {

        /// The whole change of one element of a parameter.
        record Change(String parameter, List<Integer> index, double before, double after) implements Origin {}

        /// This step's gradient, which the optimizer multiplied by `factor`.
        record Gradient(int frame, List<Integer> index, double factor, double value) implements Origin {}

        /// What the optimizer remembered of earlier steps, such as a momentum.
        ///
        /// @param symbol of the memory, in LaTeX
        record Memory(String symbol, double factor, double value) implements Origin {}

        /// The weight itself, which weight decay pulls towards 0.
        record Decay(double factor, double value) implements Origin {}

        /// One sample of the batch, with all that came along its ways.
        ///
        /// @param number in the batch, from 0
        /// @param parts  its ways
        record Sample(int number, List<Part> parts) implements Origin {
            public Sample {
                parts = List.copyOf(parts);
            }
        }

        /// One way that the gradient took: an element of the gradient that `frame` computed, times all factors between
        /// it and the weight.
        record Way(int frame, List<Integer> index, double factor, double value) implements Origin {}

        /// What an expression has beside its gradients. It leads nowhere.
        record Rest() implements Origin {}
    }
}
