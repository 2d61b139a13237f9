package io.netwright.data;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides the samples of a data set into training, validation and test part.
///
/// The sizes of the parts are the fractions of the whole, rounded by largest remainder (ties to the earlier part);
/// where anything is to be trained on at all, the training part gets at least one sample.
///
/// A stratified split keeps these sizes and gives every part the share of each class that its fraction says, rounded up
/// or down. (Rounding class by class would not keep the sizes: a hundred classes of three samples would leave nothing
/// to test on.) One exception: a class so small that its share of the training part rounds to nothing still gets one
/// sample there, in exchange for one of another class, because a class that was never seen cannot be learnt.
public final class Splitter {

    private static final int PARTS = Part.values().length;
    private static final double SUM_TOLERANCE = 1e-6;

    private Splitter() {}

    /// Divides samples by `spec`; the same arguments always give the same split.
    ///
    /// @param target stratified by where it is [Target.Classes] and `spec` asks for it
    /// @throws UserException where the fractions are out of range or do not sum to 1
    public static Split split(int size, Target target, SplitSpec spec) {
        check(spec);
        int[] sizes = sizes(size, spec);
        Rng random = new Rng(spec.seed(), 0x5D117);
        if (spec.stratified() && target instanceof Target.Classes classes) {
            return stratified(classes, sizes, spec, random);
        }
        int[] order = IntStream.range(0, size).toArray();
        random.shuffle(order, size);
        int[][] samples = new int[PARTS][];
        int from = 0;
        for (int p = 0; p < PARTS; p++) {
            samples[p] = Arrays.copyOfRange(order, from, from + sizes[p]);
            from += sizes[p];
        }
        return sorted(samples);
    }

    /// Divides samples that lie in a row, such as stretches of a text, without mixing them: first those to train on,
    /// then those to validate on, then those to test on.
    ///
    /// @param gap how many samples at the end of a part are left out where another part follows, because they overlap
    ///   it
    /// @throws UserException where the fractions are out of range or do not sum to 1
    public static Split inOrder(int size, SplitSpec spec, int gap) {
        check(spec);
        int[] sizes = sizes(size, spec);
        int[][] samples = new int[PARTS][];
        int from = 0;
        for (int p = 0; p < PARTS; p++) {
            int end = from + sizes[p];
            int kept = end < size ? Math.max(Math.min(end, from + 1), end - gap) : end;
            samples[p] = IntStream.range(from, kept).toArray();
            from = end;
        }
        return sorted(samples);
    }

    /// @throws UserException where the fractions are out of range or do not sum to 1
    public static void check(SplitSpec spec) {
        for (Part part : Part.values()) {
            double fraction = spec.fraction(part);
            boolean fits = part == Part.TRAIN ? fraction > 0 : fraction >= 0;
            if (!fits || fraction > 1) {
                throw Refusal.inProject(
                        "data.split." + part.id(),
                        Message.of("data.split.fraction", part.label()),
                        Message.of(part == Part.TRAIN ? "data.split.above-zero" : "data.split.from-zero"),
                        Refusal.text(fraction));
            }
        }
        double sum = spec.train() + spec.validation() + spec.test();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            // 1.1 rather than 1.0999999999999999
            BigDecimal found = new BigDecimal(sum).round(new MathContext(12)).stripTrailingZeros();
            throw Refusal.inProject(
                    "data.split", Message.of("data.split.sum"), Refusal.text(1), Refusal.text(found.toPlainString()));
        }
    }

    /// @return the number of samples of each part: the fractions of `size` by largest remainder
    static int[] sizes(int size, SplitSpec spec) {
        int[] sizes = new int[PARTS];
        double[] remainder = new double[PARTS];
        int left = size;
        for (Part part : Part.values()) {
            double share = share(spec, part.ordinal(), size);
            sizes[part.ordinal()] = (int) share;
            remainder[part.ordinal()] = share - (int) share;
            left -= (int) share;
        }
        // Fractions that sum to 1 only nearly may leave one more or one less than the remainders account for.
        for (; left > 0; left--) {
            int p = largest(remainder);
            sizes[p]++;
            remainder[p]--;
        }
        for (; left < 0; left++) {
            sizes[largest(IntStream.of(sizes).asDoubleStream().toArray())]--;
        }
        if (size > 0 && sizes[0] == 0) {
            sizes[largest(IntStream.of(sizes).asDoubleStream().toArray())]--;
            sizes[0]++;
        }
        return sizes;
    }

    /// A share that is whole but for rounding (0.7 of 10 is 7.000000000000001 in one order of operations and
    /// 6.999999999999999 in another) counts as whole.
    private static double share(SplitSpec spec, int part, int size) {
        double share = spec.fraction(Part.values()[part]) * size;
        return Math.abs(share - Math.rint(share)) < 1e-9 * Math.max(1, size) ? Math.rint(share) : share;
    }

    private static Split stratified(Target.Classes target, int[] sizes, SplitSpec spec, Rng random) {
        int[][] members = members(target);
        for (int[] m : members) {
            random.shuffle(m, m.length);
        }
        int[][] counts = counts(
                IntStream.range(0, members.length).map(c -> members[c].length).toArray(), sizes, spec);
        int[][] samples = new int[PARTS][];
        int[] filled = new int[PARTS];
        for (int p = 0; p < PARTS; p++) {
            samples[p] = new int[sizes[p]];
        }
        for (int c = 0; c < members.length; c++) {
            int from = 0;
            for (int p = 0; p < PARTS; p++) {
                System.arraycopy(members[c], from, samples[p], filled[p], counts[c][p]);
                filled[p] += counts[c][p];
                from += counts[c][p];
            }
        }
        return sorted(samples);
    }

    private static int[][] members(Target.Classes target) {
        int[] sizes = target.counts(IntStream.range(0, target.size()).toArray());
        int[][] members = new int[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            members[c] = new int[sizes[c]];
        }
        int[] filled = new int[sizes.length];
        for (int i = 0; i < target.size(); i++) {
            int c = target.labels()[i];
            members[c][filled[c]++] = i;
        }
        return members;
    }

    /// How many samples of each class go to each part.
    ///
    /// Each gets its share rounded down; what is left of each class (0, 1 or 2 samples) goes one by one to the parts
    /// that still lack most, classes with more left first. This always comes out even: it is the greedy construction of
    /// a 0/1 matrix with given row and column sums (Gale and Ryser), and with three columns the condition for one to
    /// exist follows from the shares themselves being one in fractions.
    static int[][] counts(int[] classSizes, int[] partSizes, SplitSpec spec) {
        int classes = classSizes.length;
        int[][] counts = new int[classes][PARTS];
        int[] left = classSizes.clone();
        int[] lacking = partSizes.clone();
        for (int c = 0; c < classes; c++) {
            for (int p = 0; p < PARTS; p++) {
                int floor = (int) share(spec, p, classSizes[c]);
                floor = Math.min(floor, Math.min(left[c], lacking[p]));
                counts[c][p] = floor;
                left[c] -= floor;
                lacking[p] -= floor;
            }
        }
        List<Integer> order = IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -left[c]).thenComparingInt(c -> classSizes[c]))
                .toList();
        for (int c : order) {
            Integer[] parts = {0, 1, 2};
            Arrays.sort(
                    parts,
                    Comparator.comparingInt((Integer p) -> -lacking[p])
                            .thenComparingDouble(p -> counts[c][p] - share(spec, p, classSizes[c])));
            for (int i = 0; left[c] > 0; i = (i + 1) % PARTS) {
                int p = parts[i];
                if (lacking[p] > 0) {
                    counts[c][p]++;
                    lacking[p]--;
                    left[c]--;
                }
            }
        }
        letEachBeSeen(counts, classSizes, spec);
        return counts;
    }

    private static void letEachBeSeen(int[][] counts, int[] classSizes, SplitSpec spec) {
        int train = Part.TRAIN.ordinal();
        for (int c = 0; c < counts.length; c++) {
            if (classSizes[c] == 0 || counts[c][train] > 0) {
                continue;
            }
            int donor = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int d = 0; d < counts.length; d++) {
                double surplus = counts[d][train] - share(spec, train, classSizes[d]);
                if (counts[d][train] > 1 && surplus > most) {
                    donor = d;
                    most = surplus;
                }
            }
            if (donor >= 0) {
                int from = counts[c][Part.VALIDATION.ordinal()] > counts[c][Part.TEST.ordinal()]
                        ? Part.VALIDATION.ordinal()
                        : Part.TEST.ordinal();
                counts[c][from]--;
                counts[c][train]++;
                counts[donor][train]--;
                counts[donor][from]++;
            }
        }
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static Split sorted(int[][] samples) {
        for (int[] part : samples) {
            Arrays.sort(part);
        }
        return new Split(samples);
    }
}
