package io.netwright.data.load;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource.Inline;
import io.netwright.data.Refusal;
import io.netwright.data.Target;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.List;
import java.util.stream.IntStream;

/// Reads the numbers that stand in the project file itself.
final class InlineData {

    private static final double SUM_TOLERANCE = 1e-6;
    private static final String NAME = "inline";

    /// So high an index would be a slip, and would make a list of as many names.
    private static final int MOST_CLASSES = 100_000;

    private InlineData() {}

    /// @throws UserException where rows are missing or unequal, or a number makes no sense as what it is meant to be
    static DataSet load(Inline source) {
        double[] x = flatten(source.x(), "data.source.x");
        if (source.y().size() != source.x().size()) {
            throw Refusal.inProject(
                    "data.source.y",
                    Message.of("data.inline.rows"),
                    Message.of("data.inline.row-count", source.x().size()),
                    Message.of("data.inline.row-count", source.y().size()));
        }
        double[] y = flatten(source.y(), "data.source.y");
        int width = source.x().getFirst().size();
        List<String> names = names(source.featureNames(), width, "x", 1, "data.source.featureNames");
        return DataSet.table(NAME, names, x, target(source, y));
    }

    private static Target target(Inline source, double[] y) {
        int width = source.y().getFirst().size();
        String namesPlace = "data.source.targetNames";
        return switch (source.as()) {
            case VALUES -> new Target.Values(y, width, names(source.targetNames(), width, "y", 1, namesPlace));
            case PROBABILITIES -> {
                requireProbabilities(source.y());
                yield new Target.Probabilities(y, names(source.targetNames(), width, "", 0, namesPlace));
            }
            case CLASSES -> {
                int[] labels = labels(source);
                int most = IntStream.of(labels).max().orElseThrow();
                int classes = Math.max(most + 1, source.targetNames().size());
                yield new Target.Classes(labels, names(source.targetNames(), classes, "", 0, namesPlace));
            }
        };
    }

    private static double[] flatten(List<List<Double>> rows, String place) {
        if (rows.isEmpty() || rows.getFirst().isEmpty()) {
            throw Refusal.inProject(
                    place, Message.of("data.inline.empty"), Message.of("data.inline.a-row"), Refusal.nothing());
        }
        int width = rows.getFirst().size();
        double[] flat = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            List<Double> row = rows.get(i);
            if (row.size() != width) {
                throw Refusal.inProject(
                        place + "[" + i + "]",
                        Message.of("data.inline.ragged", i),
                        Message.of("data.inline.numbers", width),
                        Message.of("data.inline.numbers", row.size()));
            }
            for (int j = 0; j < width; j++) {
                double value = row.get(j);
                if (!Double.isFinite(value)) {
                    throw refuse(place, i, j, "data.inline.finite", value);
                }
                flat[i * width + j] = value;
            }
        }
        return flat;
    }

    private static void requireProbabilities(List<List<Double>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            double sum = 0;
            for (int j = 0; j < rows.get(i).size(); j++) {
                double p = rows.get(i).get(j);
                if (p < 0) {
                    throw refuse("data.source.y", i, j, "data.inline.probability", p);
                }
                sum += p;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw Refusal.inProject(
                        "data.source.y[" + i + "]",
                        Message.of("data.inline.probability-sum", i),
                        Refusal.text(1),
                        Refusal.text(sum));
            }
        }
    }

    private static int[] labels(Inline source) {
        int[] labels = new int[source.y().size()];
        for (int i = 0; i < labels.length; i++) {
            List<Double> row = source.y().get(i);
            if (row.size() != 1) {
                throw Refusal.inProject(
                        "data.source.y[" + i + "]",
                        Message.of("data.inline.one-class", i),
                        Message.of("data.inline.numbers", 1),
                        Message.of("data.inline.numbers", row.size()));
            }
            double value = row.getFirst();
            if (value != Math.rint(value) || value < 0 || value >= MOST_CLASSES) {
                throw refuse("data.source.y", i, 0, "data.inline.class-index", value);
            }
            labels[i] = (int) value;
        }
        return labels;
    }

    private static UserException refuse(String place, int row, int column, String expected, double found) {
        return Refusal.inProject(
                place + "[" + row + "][" + column + "]",
                Message.of("data.inline.number"),
                Message.of(expected),
                Refusal.text(found));
    }

    private static List<String> names(List<String> given, int count, String stem, int from, String place) {
        if (given.isEmpty()) {
            return IntStream.range(from, from + count).mapToObj(i -> stem + i).toList();
        }
        if (given.size() != count) {
            throw Refusal.inProject(
                    place,
                    Message.of("data.inline.names"),
                    Message.of("data.inline.name-count", count),
                    Message.of("data.inline.name-count", given.size()));
        }
        return given;
    }
}
