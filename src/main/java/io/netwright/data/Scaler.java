package io.netwright.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Brings features to a common size and back: `(x - shift) / scale`, group by group of a sample's numbers.
///
/// Plain numbers, so that a trained model can carry what was measured on its training part. A group is one feature of a
/// table or one channel of a picture: the numbers `g * run` to `(g + 1) * run - 1` of a sample belong to group `g`.
///
/// @param shift what is subtracted, per group; mean or least value
/// @param scale what is divided by, per group; standard deviation (of the population, as scikit-learn's
///              `StandardScaler` takes it) or range; never 0
/// @param run   how many numbers of a sample, one after the other, are in one group
public record Scaler(double[] shift, double[] scale, int run) {

    public Scaler {
        boolean fits = shift.length == scale.length && shift.length > 0 && run > 0;
        if (!fits || Arrays.stream(scale).anyMatch(s -> s == 0 || !Double.isFinite(s))) {
            throw new IllegalArgumentException(
                    "shift " + shift.length + ", scale " + Arrays.toString(scale) + ", run " + run);
        }
        shift = shift.clone();
        scale = scale.clone();
    }

    /// @return the scaler that leaves samples of `width` numbers as they are
    public static Scaler identity(int width) {
        return new Scaler(new double[] {0}, new double[] {1}, width);
    }

    /// Measures `samples` of `data`, and no others.
    ///
    /// A group that is the same everywhere is only shifted (scale 1): it becomes 0.
    ///
    /// @param samples the training part; where it is empty, nothing is scaled
    public static Scaler fit(DataSet data, int[] samples, Scaling scaling) {
        int run = data.kind() == DataSet.Kind.IMAGES
                ? data.sampleShape().size(1) * data.sampleShape().size(2)
                : 1;
        int groups = data.width() / run;
        DataSet.Range range = data.range();
        if (scaling == Scaling.NONE || samples.length == 0 || data.kind() == DataSet.Kind.TEXT) {
            return identity(data.width());
        }
        if (scaling == Scaling.RESCALE && range != null) {
            return new Scaler(new double[] {range.min()}, new double[] {range.max() - range.min()}, data.width());
        }
        double[] shift = new double[groups];
        double[] scale = new double[groups];
        double[] values = new double[samples.length * run];
        for (int g = 0; g < groups; g++) {
            gather(data, samples, g * run, run, values);
            if (scaling == Scaling.STANDARDISE) {
                standardise(values, shift, scale, g);
            } else {
                double min = Arrays.stream(values).min().orElseThrow();
                double max = Arrays.stream(values).max().orElseThrow();
                shift[g] = min;
                scale[g] = usable(max - min);
            }
        }
        return new Scaler(shift, scale, run);
    }

    private static void gather(DataSet data, int[] samples, int from, int run, double[] into) {
        int i = 0;
        for (int sample : samples) {
            for (int j = 0; j < run; j++) {
                into[i++] = data.feature(sample, from + j);
            }
        }
    }

    private static void standardise(double[] values, double[] shift, double[] scale, int g) {
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        if (min == max) {
            // Not left to the sums: a thousand times 0.1 has a mean that is not 0.1 and a deviation that is not 0.
            shift[g] = min;
            scale[g] = 1;
            return;
        }
        // Squares of very large or small numbers leave the range of float64; scaling by a power of two is exact.
        int exponent = Math.getExponent(Math.max(Math.abs(min), Math.abs(max)));
        int down = Math.abs(exponent) > 300 ? -exponent : 0;
        double sum = 0;
        for (double v : values) {
            sum += Math.scalb(v, down);
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double v : values) {
            double d = Math.scalb(v, down) - mean;
            squares += d * d;
        }
        shift[g] = Math.scalb(mean, -down);
        scale[g] = usable(Math.scalb(Math.sqrt(squares / values.length), -down));
    }

    /// A spread that is lost to rounding, or beyond the largest number, cannot be divided by.
    private static double usable(double scale) {
        return scale > 0 && Double.isFinite(scale) ? scale : 1;
    }

    /// @return the numbers in a sample that this is for
    public int width() {
        return shift.length * run;
    }

    /// @return whether this leaves everything as it is
    public boolean isIdentity() {
        return Arrays.stream(shift).allMatch(s -> s == 0)
                && Arrays.stream(scale).allMatch(s -> s == 1);
    }

    /// Scales samples in place.
    ///
    /// @param samples sample after sample
    public void apply(double[] samples) {
        int width = width();
        for (int i = 0; i < samples.length; i++) {
            int g = (i % width) / run;
            samples[i] = (samples[i] - shift[g]) / scale[g];
        }
    }

    /// Undoes [#apply].
    public void invert(double[] samples) {
        int width = width();
        for (int i = 0; i < samples.length; i++) {
            int g = (i % width) / run;
            samples[i] = samples[i] * scale[g] + shift[g];
        }
    }

    /// @return `data` with every sample scaled
    public DataSet apply(DataSet data) {
        if (data.width() != width()) {
            throw new IllegalArgumentException("scaler for " + width() + " on " + data);
        }
        if (isIdentity()) {
            return data;
        }
        if (shift.length == 1) {
            return data.withStore(data.store().map(x -> (x - shift[0]) / scale[0]));
        }
        double[] values = new double[Math.multiplyExact(data.size(), data.width())];
        for (int i = 0; i < data.size(); i++) {
            data.features(i, values, i * data.width());
        }
        apply(values);
        return data.withStore(new DoubleStore(values, data.width()));
    }

    /// @return the scaler for `count` numbers of a sample from the one at `first` on
    public Scaler part(int first, int count) {
        if (shift.length == 1) {
            return new Scaler(shift, scale, count);
        }
        double[][] all = expanded();
        return new Scaler(
                Arrays.copyOfRange(all[0], first, first + count), Arrays.copyOfRange(all[1], first, first + count), 1);
    }

    /// @return this scaler's parameters for each number of a sample rather than each group: shift, then scale
    public double[][] expanded() {
        return new double[][] {
            IntStream.range(0, width()).mapToDouble(i -> shift[i / run]).toArray(),
            IntStream.range(0, width()).mapToDouble(i -> scale[i / run]).toArray()
        };
    }

    @Override
    public double[] shift() {
        return shift.clone();
    }

    @Override
    public double[] scale() {
        return scale.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Scaler s && run == s.run && Arrays.equals(shift, s.shift) && Arrays.equals(scale, s.scale);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(shift) + Arrays.hashCode(scale)) + run;
    }
}
