package io.netwright.data;

import io.netwright.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Samples of one shape, and what a network is to answer for each. Immutable and safe to share between threads.
///
/// Numbers are handed out by copying, one sample or many at a time, so that how they are kept (float64, or a byte a
/// pixel) stays in here. Every number is finite: what is missing in a source has been dealt with before.
public final class DataSet {

    /// How a person looks at the samples.
    public enum Kind implements Choice {
        /// Two features: points in a plane.
        POINTS,
        /// Named columns.
        TABLE,
        /// Pictures, sample shape `(channels, height, width)`.
        IMAGES,
        /// Stretches of a text, sample shape `(length)`; each number is a token.
        TEXT
    }

    /// The values that features can take by their nature, such as 0 to 16 for a pixel.
    public record Range(double min, double max) {}

    private final String name;
    private final Kind kind;
    private final Shape sampleShape;
    private final List<String> featureNames;
    private final @Nullable Range range;
    private final Store store;
    private final Target target;
    private final List<String> vocabulary;

    private DataSet(
            String name,
            Kind kind,
            Shape sampleShape,
            List<String> featureNames,
            @Nullable Range range,
            Store store,
            Target target,
            List<String> vocabulary) {
        if (sampleShape.isBatched() || sampleShape.elementsPerSample() != store.width()) {
            throw new IllegalArgumentException("samples of " + sampleShape + " kept in rows of " + store.width());
        }
        boolean fits =
                switch (kind) {
                    case IMAGES -> sampleShape.rank() == 3;
                    case TEXT -> sampleShape.rank() == 1 && !vocabulary.isEmpty();
                    case POINTS, TABLE -> featureNames.size() == store.width();
                };
        if (!fits) {
            throw new IllegalArgumentException(kind + " of " + sampleShape + " named by " + featureNames.size());
        }
        if (target.size() >= 0 && target.size() != store.rows()) {
            throw new IllegalArgumentException(store.rows() + " samples with " + target.size() + " targets");
        }
        this.name = name;
        this.kind = kind;
        this.sampleShape = sampleShape;
        this.featureNames = List.copyOf(featureNames);
        this.range = range;
        this.store = store;
        this.target = target;
        this.vocabulary = List.copyOf(vocabulary);
    }

    /// A table of named columns.
    ///
    /// @param values handed over for good: row after row, one number a feature; all finite
    /// @throws IllegalArgumentException where the parts do not fit together
    public static DataSet table(String name, List<String> featureNames, double[] values, Target target) {
        return tabular(name, Kind.TABLE, featureNames, values, target);
    }

    /// Points in a plane; otherwise as [#table].
    ///
    /// @param featureNames two names
    public static DataSet points(String name, List<String> featureNames, double[] values, Target target) {
        if (featureNames.size() != 2) {
            throw new IllegalArgumentException("points with features " + featureNames);
        }
        return tabular(name, Kind.POINTS, featureNames, values, target);
    }

    private static DataSet tabular(String name, Kind kind, List<String> names, double[] values, Target target) {
        if (names.isEmpty() || values.length % names.size() != 0) {
            throw new IllegalArgumentException(values.length + " values in rows of " + names.size());
        }
        return new DataSet(
                name,
                kind,
                Shape.of(names.size()),
                names,
                null,
                new DoubleStore(values, names.size()),
                target,
                List.of());
    }

    /// Pictures of one byte (0 to 255) a pixel.
    ///
    /// @param shape  `(channels, height, width)`
    /// @param pixels handed over for good: picture after picture, each channel by channel, row by row
    /// @param range  the values that a pixel can take
    public static DataSet images(String name, Shape shape, byte[] pixels, Range range, Target target) {
        ByteStore store = ByteStore.unsigned(pixels, shape.elementsPerSample());
        return new DataSet(name, Kind.IMAGES, shape, List.of(), range, store, target, List.of());
    }

    /// Stretches of a text, each with the token that follows each of its own as target.
    ///
    /// @param vocabulary what the tokens stand for, such as a character
    /// @param tokens     the whole text, handed over for good: indices into the vocabulary; more than `length`
    /// @param length     tokens in a sample
    /// @param stride     how far apart two samples begin
    public static DataSet text(String name, List<String> vocabulary, int[] tokens, int length, int stride) {
        int rows = (tokens.length - 1 - length) / stride + 1;
        Target target = new Target.Next(tokens, rows, length, stride, vocabulary);
        TokenStore store = new TokenStore(tokens, rows, length, stride);
        return new DataSet(name, Kind.TEXT, Shape.of(length), List.of(), null, store, target, vocabulary);
    }

    /// @return the same samples in the same shapes with other numbers; the natural range is then no longer known
    DataSet withStore(Store store) {
        return new DataSet(name, kind, sampleShape, featureNames, null, store, target, vocabulary);
    }

    /// @return the same samples, one of which has another answer
    /// @param number a class, or the value to be predicted
    /// @throws IllegalArgumentException where an answer is neither a class nor one value, or there is no such class
    public DataSet withAnswer(int sample, double number) {
        Target other =
                switch (target) {
                    case Target.Classes(int[] labels, List<String> names) -> {
                        int[] copy = labels.clone();
                        copy[sample] = (int) number;
                        yield new Target.Classes(copy, names);
                    }
                    case Target.Values(double[] values, int width, List<String> names)
                    when width == 1 -> {
                        double[] copy = values.clone();
                        copy[sample] = number;
                        yield new Target.Values(copy, width, names);
                    }
                    default -> throw new IllegalArgumentException("answers of " + target.shape());
                };
        return new DataSet(name, kind, sampleShape, featureNames, range, store, other, vocabulary);
    }

    /// Inputs to be predicted: samples that have no target.
    ///
    /// @param featureNames a name for each feature; empty for pictures
    /// @param values       handed over for good: sample after sample; all finite
    /// @throws IllegalArgumentException where the parts do not fit together
    public static DataSet inputs(String name, Kind kind, Shape shape, List<String> featureNames, double[] values) {
        DoubleStore store = new DoubleStore(values, shape.elementsPerSample());
        return new DataSet(name, kind, shape, featureNames, null, store, new Target.None(), List.of());
    }

    /// Stretches of tokens to be predicted, without a target.
    ///
    /// @param vocabulary what the tokens stand for
    /// @param values     handed over for good: tokens, sample after sample
    public static DataSet textInputs(String name, List<String> vocabulary, int length, double[] values) {
        DoubleStore store = new DoubleStore(values, length);
        return new DataSet(name, Kind.TEXT, Shape.of(length), List.of(), null, store, new Target.None(), vocabulary);
    }

    Store store() {
        return store;
    }

    /// @return what the set is called, as it stands in a source: an identifier or a file name, not a sentence
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /// @return the number of samples
    public int size() {
        return store.rows();
    }

    /// @return the fixed shape of one sample's features: `(4)` for four columns, `(1, 8, 8)` for a grey picture
    public Shape sampleShape() {
        return sampleShape;
    }

    /// @return the numbers in one sample: the product of [#sampleShape]
    public int width() {
        return store.width();
    }

    /// @return the name of each feature; empty for pictures
    public List<String> featureNames() {
        return featureNames;
    }

    /// @return the values that every feature can take by its nature, where the source says so
    public @Nullable Range range() {
        return range;
    }

    public Target target() {
        return target;
    }

    /// @return what the tokens of a text stand for; empty where the numbers are no tokens
    public List<String> vocabulary() {
        return vocabulary;
    }

    /// @return a sample of a text as it is written
    public String written(int sample) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < width(); i++) {
            text.append(vocabulary.get((int) feature(sample, i)));
        }
        return text.toString();
    }

    /// @return the shape of one sample's target
    /// @throws IllegalStateException where there is no target
    public Shape targetShape() {
        return target.shape();
    }

    /// @return feature `index` (row-major within the sample) of `sample`
    public double feature(int sample, int index) {
        return store.get(sample, index);
    }

    /// Copies the [#width] features of one sample to `into[offset...]`.
    public void features(int sample, double[] into, int offset) {
        store.copy(sample, into, offset);
    }

    /// Copies the target of one sample, [Target#width] numbers, to `into[offset...]`.
    public void target(int sample, double[] into, int offset) {
        target.copy(sample, into, offset);
    }

    /// Copies the features of `samples[from]` to `samples[to - 1]`, one after the other, to `into[offset...]`.
    /// Allocates nothing.
    public void features(int[] samples, int from, int to, double[] into, int offset) {
        int width = store.width();
        for (int i = from; i < to; i++) {
            store.copy(samples[i], into, offset + (i - from) * width);
        }
    }

    /// As [#features(int[], int, int, double[], int)], rounded to float32.
    public void features(int[] samples, int from, int to, float[] into, int offset) {
        int width = store.width();
        for (int i = from; i < to; i++) {
            store.copy(samples[i], into, offset + (i - from) * width);
        }
    }

    /// Copies the targets of `samples[from]` to `samples[to - 1]`, one after the other, to `into[offset...]`.
    /// Allocates nothing.
    public void targets(int[] samples, int from, int to, double[] into, int offset) {
        int width = target.width();
        for (int i = from; i < to; i++) {
            target.copy(samples[i], into, offset + (i - from) * width);
        }
    }

    /// As [#targets(int[], int, int, double[], int)], rounded to float32.
    public void targets(int[] samples, int from, int to, float[] into, int offset) {
        int width = target.width();
        for (int i = from; i < to; i++) {
            target.copy(samples[i], into, offset + (i - from) * width);
        }
    }

    /// @return the indices of all samples, in order
    public int[] indices() {
        return IntStream.range(0, size()).toArray();
    }

    @Override
    public String toString() {
        return name + " (" + size() + " samples of " + sampleShape + ")";
    }
}
