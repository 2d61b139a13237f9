package io.netwright.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The sizes of a tensor's axes, of which some may grow with the batch.
///
/// A network is compiled once and runs on any batch size, so an axis is either *fixed* (`c`) or *batched* (`c * N`,
/// where `N` is the number of samples in the batch). `(N, 3, 8, 8)` is a batch of images; `(4 * N, 64)` is what
/// four vectors a sample become when folded into rows. A shape is made concrete by [#at].
///
/// Immutable. A scalar has rank 0 and one element.
public final class Shape {

    /// The size of one sample per batch entry; `Shape.of(Shape.N, 3)` is `(N, 3)`.
    public static final int N = -1;

    /// Rank 0, one element.
    public static final Shape SCALAR = new Shape(new int[0]);

    // Positive: a fixed size. Negative: that many times N.
    private final int[] sizes;

    private Shape(int[] sizes) {
        this.sizes = sizes;
    }

    /// @param sizes positive for a fixed axis; `-c` for an axis of `c * N`
    /// @throws IllegalArgumentException where a size is 0
    public static Shape of(int... sizes) {
        for (int size : sizes) {
            if (size == 0) {
                throw new IllegalArgumentException("an axis of size 0 in " + Arrays.toString(sizes));
            }
        }
        return new Shape(sizes.clone());
    }

    /// @return `(N, sizes...)`
    public static Shape batchOf(int... sizes) {
        int[] all = new int[sizes.length + 1];
        all[0] = N;
        System.arraycopy(sizes, 0, all, 1, sizes.length);
        return of(all);
    }

    public int rank() {
        return sizes.length;
    }

    /// @return whether axis `i` grows with the batch
    public boolean isBatched(int i) {
        return sizes[index(i)] < 0;
    }

    /// @return whether any axis grows with the batch
    public boolean isBatched() {
        return Arrays.stream(sizes).anyMatch(s -> s < 0);
    }

    /// @param i the axis; negative counts from the end
    /// @return the size of a fixed axis; for a batched axis, its size per sample
    public int size(int i) {
        return Math.abs(sizes[index(i)]);
    }

    /// @return the axis as written in [#of]: negative where it is batched
    public int raw(int i) {
        return sizes[index(i)];
    }

    /// @return all axes as written in [#of]
    public int[] raw() {
        return sizes.clone();
    }

    private int index(int i) {
        return i < 0 ? i + sizes.length : i;
    }

    /// @return the number of elements that one sample has; for a fixed shape, all its elements
    public int elementsPerSample() {
        return Arrays.stream(sizes).map(Math::abs).reduce(1, Math::multiplyExact);
    }

    /// @return the number of elements for a batch of `n`
    public int elements(int n) {
        return Arrays.stream(sizes).map(s -> s < 0 ? -s * n : s).reduce(1, Math::multiplyExact);
    }

    /// @return the number of elements for a batch of `n`, which may be more than a tensor can hold
    public long count(int n) {
        double all = 1;
        for (int s : sizes) {
            all *= s < 0 ? -(double) s * n : s;
        }
        // beyond what is exact it is far beyond what there is memory for
        return (long) all;
    }

    /// @return the concrete sizes for a batch of `n`
    public int[] at(int n) {
        return Arrays.stream(sizes).map(s -> s < 0 ? -s * n : s).toArray();
    }

    /// @return the rows of the matrix that holds this for a batch of `n`: the product of all axes but the last
    public int rows(int n) {
        return sizes.length == 0 ? 1 : elements(n) / cols(n);
    }

    /// @return the columns of the matrix that holds this for a batch of `n`: the last axis
    public int cols(int n) {
        if (sizes.length == 0) {
            return 1;
        }
        int last = sizes[sizes.length - 1];
        return last < 0 ? -last * n : last;
    }

    /// @return this shape without its first axis, which is the shape of one sample where the first axis is `N`
    public Shape sample() {
        return new Shape(Arrays.copyOfRange(sizes, 1, sizes.length));
    }

    /// @return this shape with axis `i` replaced
    public Shape with(int i, int size) {
        int[] copy = sizes.clone();
        copy[index(i)] = size;
        return of(copy);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Shape s && Arrays.equals(sizes, s.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /// @return `N x 3 x 8 x 8` with the multiplication sign; `scalar` for rank 0
    @Override
    public String toString() {
        if (sizes.length == 0) {
            return "scalar";
        }
        return IntStream.of(sizes)
                .mapToObj(s -> s == N ? "N" : s < 0 ? -s + "N" : Integer.toString(s))
                .collect(Collectors.joining(" \u00d7 "));
    }
}
