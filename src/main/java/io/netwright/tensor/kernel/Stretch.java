package io.netwright.tensor.kernel;

/// One axis of an image that is made longer: which one or two old elements a new one is made of, and how much of each.
///
/// @param size   old elements
/// @param factor new elements for each old one
/// @param linear whether to interpolate between the centres of elements; at the ends, the last element goes on
public record Stretch(int size, int factor, boolean linear) {

    /// @return where the centre of new element `i` lies, in old elements
    private double source(int i) {
        return Math.clamp((i + 0.5) / factor - 0.5, 0, size - 1);
    }

    /// @return the first old element that new element `i` is made of
    public int first(int i) {
        return linear ? (int) source(i) : i / factor;
    }

    /// @return the last one, which is the first or the one behind it
    public int last(int i) {
        return linear ? Math.min(first(i) + 1, size - 1) : first(i);
    }

    /// @return the share that the last one has, where it is not the first
    public double share(int i) {
        return linear ? source(i) - first(i) : 0;
    }

    /// @return the share of new element `i` that comes from old element `from`
    public double weight(int i, int from) {
        int first = first(i);
        if (first == last(i)) {
            return from == first ? 1 : 0;
        }
        return from == first ? 1 - share(i) : from == first + 1 ? share(i) : 0;
    }
}
