package io.netwright.advice;

import io.netwright.network.Port;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one size of a shape comes from: the rule, its numbers, and the place of each number.
///
/// @param axis    what the axis is called, such as `H`; `N` is the batch
/// @param size    how long it is; for the batch axis, how often N
/// @param port    the output that has the shape
/// @param rule    in words, such as "the filters' number"
/// @param formula as people write it, such as `⌊(H − k)/s⌋ + 1`; empty where there is nothing to reckon
/// @param numbers the formula with its numbers, such as `⌊(28 − 5)/2⌋ + 1 = 12`; empty where there is none
/// @param terms   the numbers, in the order of the formula
public record SizeStory(
        String axis, int size, Port port, Message rule, String formula, String numbers, List<Term> terms) {

    public SizeStory {
        terms = List.copyOf(terms);
    }

    /// A number in the formula.
    ///
    /// @param symbol what stands for it in the formula
    /// @param source where it comes from
    public record Term(String symbol, int value, Source source) {}

    /// Where a number comes from.
    public sealed interface Source {

        /// A setting of the node.
        ///
        /// @param key of the property
        record Property(String node, String key) implements Source {}

        /// An axis of what comes in, which has a story of its own.
        ///
        /// @param port  the output that feeds the node
        /// @param index the axis, batch included
        /// @param axis  what it is called
        record Axis(Port port, int index, String axis) implements Source {}

        /// The data set.
        record Data() implements Source {}
    }

    /// @return whether it is the axis of the samples in a batch
    public boolean isBatch() {
        return axis.equals("N");
    }

    /// @return the source that a click on the number leads to; null where there is none
    public @Nullable Source origin() {
        return terms.isEmpty() ? null : terms.getFirst().source();
    }
}
