package io.netwright.data;

import io.netwright.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/// What a network is to answer for each sample of a data set.
///
/// The arrays are not copied, in or out, because they may be large; whoever makes a target hands them over for good.
public sealed interface Target {

    /// @return the shape of one sample's target: a scalar for [Classes], `(width)` otherwise
    /// @throws IllegalStateException for [None]
    Shape shape();

    /// @return the numbers that one sample's target has; 0 for [None]
    int width();

    /// @return the samples that this has targets for; -1 for [None], which fits any number
    int size();

    /// Writes [#width] numbers of one sample's target.
    void copy(int sample, double[] into, int offset);

    /// Writes [#width] numbers of one sample's target, rounded to float32.
    void copy(int sample, float[] into, int offset);

    /// @return the names of the classes in the order of their indices; empty where there are none
    default List<String> classNames() {
        return List.of();
    }

    /// @return the class of a sample, the likeliest where there are probabilities; -1 where there are no classes
    default int classOf(int sample) {
        return -1;
    }

    /// One of several classes, as an index: what cross-entropy with class indices takes; with two classes also what
    /// binary cross-entropy takes.
    ///
    /// @param labels     the class of each sample, 0 to `classNames.size() - 1`
    /// @param classNames the names of the classes in the order of their indices
    record Classes(int[] labels, List<String> classNames) implements Target {
        public Classes {
            classNames = List.copyOf(classNames);
            for (int label : labels) {
                if (label < 0 || label >= classNames.size()) {
                    throw new IllegalArgumentException("class " + label + " of " + classNames.size());
                }
            }
        }

        @Override
        public Shape shape() {
            return Shape.SCALAR;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public void copy(int sample, double[] into, int offset) {
            into[offset] = labels[sample];
        }

        @Override
        public void copy(int sample, float[] into, int offset) {
            into[offset] = labels[sample];
        }

        @Override
        public int classOf(int sample) {
            return labels[sample];
        }

        /// @return how many of `samples` are of each class
        public int[] counts(int[] samples) {
            int[] counts = new int[classNames.size()];
            for (int sample : samples) {
                counts[labels[sample]]++;
            }
            return counts;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Classes c && Arrays.equals(labels, c.labels) && classNames.equals(c.classNames);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(labels) + classNames.hashCode();
        }
    }

    /// Real numbers to be predicted.
    ///
    /// @param values row after row, `width` numbers each
    /// @param width  the numbers of one sample
    /// @param names  what each is called; as many as `width`
    record Values(double[] values, int width, List<String> names) implements Target {
        public Values {
            names = List.copyOf(names);
            requireRows(values, width, names);
        }

        @Override
        public Shape shape() {
            return Shape.of(width);
        }

        @Override
        public int size() {
            return values.length / width;
        }

        @Override
        public void copy(int sample, double[] into, int offset) {
            System.arraycopy(values, sample * width, into, offset, width);
        }

        @Override
        public void copy(int sample, float[] into, int offset) {
            copyRow(values, sample * width, width, into, offset);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Values v
                    && width == v.width
                    && Arrays.equals(values, v.values)
                    && names.equals(v.names);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(values) + names.hashCode();
        }
    }

    /// A probability for each class: what cross-entropy with class probabilities takes.
    ///
    /// @param values     row after row, one number a class, each row summing to 1
    /// @param classNames the names of the classes
    record Probabilities(double[] values, List<String> classNames) implements Target {
        public Probabilities {
            classNames = List.copyOf(classNames);
            requireRows(values, classNames.size(), classNames);
        }

        @Override
        public Shape shape() {
            return Shape.of(width());
        }

        @Override
        public int width() {
            return classNames.size();
        }

        @Override
        public int classOf(int sample) {
            int best = 0;
            int from = sample * width();
            for (int k = 1; k < width(); k++) {
                if (values[from + k] > values[from + best]) {
                    best = k;
                }
            }
            return best;
        }

        @Override
        public int size() {
            return values.length / width();
        }

        @Override
        public void copy(int sample, double[] into, int offset) {
            System.arraycopy(values, sample * width(), into, offset, width());
        }

        @Override
        public void copy(int sample, float[] into, int offset) {
            copyRow(values, sample * width(), width(), into, offset);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Probabilities p && Arrays.equals(values, p.values) && classNames.equals(p.classNames);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(values) + classNames.hashCode();
        }
    }

    /// For each token of a stretch of text, the one that follows: what cross-entropy over sequences takes.
    ///
    /// @param tokens     the whole text
    /// @param size       samples
    /// @param width      tokens in a sample
    /// @param stride     how far apart two samples begin
    /// @param classNames what the tokens stand for
    record Next(int[] tokens, int size, int width, int stride, List<String> classNames) implements Target {
        public Next {
            classNames = List.copyOf(classNames);
        }

        @Override
        public Shape shape() {
            return Shape.of(width);
        }

        @Override
        public void copy(int sample, double[] into, int offset) {
            for (int i = 0; i < width; i++) {
                into[offset + i] = tokens[sample * stride + 1 + i];
            }
        }

        @Override
        public void copy(int sample, float[] into, int offset) {
            for (int i = 0; i < width; i++) {
                into[offset + i] = tokens[sample * stride + 1 + i];
            }
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Next n
                    && size == n.size
                    && width == n.width
                    && stride == n.stride
                    && Arrays.equals(tokens, n.tokens)
                    && classNames.equals(n.classNames);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(tokens) + classNames.hashCode();
        }
    }

    /// Nothing to compare with: inputs to be predicted.
    record None() implements Target {
        @Override
        public Shape shape() {
            throw new IllegalStateException("a data set without a target");
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public int size() {
            return -1;
        }

        @Override
        public void copy(int sample, double[] into, int offset) {
            // width is 0: there is nothing to write
        }

        @Override
        public void copy(int sample, float[] into, int offset) {
            // width is 0: there is nothing to write
        }
    }

    private static void requireRows(double[] values, int width, List<String> names) {
        if (width < 1 || names.size() != width || values.length % width != 0) {
            throw new IllegalArgumentException(
                    values.length + " target values in rows of " + width + " named by " + names.size());
        }
    }

    private static void copyRow(double[] values, int from, int width, float[] into, int offset) {
        for (int i = 0; i < width; i++) {
            into[offset + i] = (float) values[from + i];
        }
    }
}
