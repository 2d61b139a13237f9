package io.netwright.data;

import java.util.Arrays;

/// Which samples of a data set belong to which part: disjoint, and together all of them but those that had to be left
/// out between two parts of overlapping stretches. Immutable.
public final class Split {

    private final int[][] samples;

    /// @param samples for each [Part] in order, the samples' indices, ascending
    Split(int[][] samples) {
        this.samples = samples;
    }

    /// @return the indices of the samples of `part`, ascending; a copy
    public int[] of(Part part) {
        return samples[part.ordinal()].clone();
    }

    /// @return the number of samples in `part`
    public int size(Part part) {
        return samples[part.ordinal()].length;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Split s && Arrays.deepEquals(samples, s.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(samples);
    }

    @Override
    public String toString() {
        return "train " + size(Part.TRAIN) + ", validation " + size(Part.VALIDATION) + ", test " + size(Part.TEST);
    }
}
