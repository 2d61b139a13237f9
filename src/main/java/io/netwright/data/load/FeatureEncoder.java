package io.netwright.data.load;

import io.netwright.data.FeatureColumn;
import io.netwright.data.csv.CsvTable;
import io.netwright.data.csv.CsvTable.Column;
import io.netwright.data.csv.CsvTable.Numbers;
import io.netwright.data.csv.CsvTable.Skipped;
import io.netwright.data.csv.CsvTable.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns columns into features: numbers as they are, categories one-hot, missing values filled.
///
/// The categories are all that occur in the rows; what stands in for a missing value is taken from the training part
/// alone.
final class FeatureEncoder {

    /// In a feature matrix: the row has a category that was not there when the columns were settled.
    static final int UNKNOWN = -2;

    private final CsvTable table;
    private final int[] rows;
    private final int[] train;

    /// @param rows  the rows of `table` that become samples
    /// @param train the samples of the training part
    FeatureEncoder(CsvTable table, int[] rows, int[] train) {
        this.table = table;
        this.rows = rows;
        this.train = Arrays.stream(train).map(s -> rows[s]).toArray();
    }

    /// @param fill whether missing values are filled
    FeatureColumn fit(int index, boolean fill) {
        return switch (table.columns().get(index)) {
            case Numbers n -> new FeatureColumn.Number(n.name(), index, fill ? mean(n) : null);
            case Texts t -> {
                var category = new FeatureColumn.Category(t.name(), index, Labels.categories(t, rows), null);
                yield fill
                        ? new FeatureColumn.Category(t.name(), index, category.categories(), mostFrequent(t, category))
                        : category;
            }
            case Skipped s -> throw new IllegalArgumentException("column " + s.name() + " was not read");
        };
    }

    /// The mean over the training rows that have a value; 0 where none has.
    private double mean(Numbers column) {
        return Arrays.stream(train)
                .mapToDouble(row -> column.values()[row])
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(0);
    }

    /// The most frequent category of the training rows, the first in order among several.
    private String mostFrequent(Texts column, FeatureColumn.Category category) {
        int[] offset = offsets(column, category);
        int[] counts = new int[category.categories().size()];
        for (int row : train) {
            if (column.codes()[row] >= 0) {
                counts[offset[column.codes()[row]]]++;
            }
        }
        int best = 0;
        for (int c = 1; c < counts.length; c++) {
            best = counts[c] > counts[best] ? c : best;
        }
        return category.categories().get(best);
    }

    /// @param rows     the rows to encode; where one lacks a value, its column has something to fill it with
    /// @param position for each column of the source that the features were settled on, its position in `table`
    /// @return the features, row after row
    static double[] encode(CsvTable table, int[] rows, List<FeatureColumn> columns, int[] position) {
        int width = columns.stream().mapToInt(c -> c.features().size()).sum();
        double[] values = new double[rows.length * width];
        int at = 0;
        for (FeatureColumn feature : columns) {
            Column column = table.columns().get(position[feature.index()]);
            switch (feature) {
                case FeatureColumn.Number number -> {
                    double[] from = ((Numbers) column).values();
                    double fill = number.fill() == null ? Double.NaN : number.fill();
                    for (int i = 0; i < rows.length; i++) {
                        double value = from[rows[i]];
                        values[i * width + at] = Double.isNaN(value) ? fill : value;
                    }
                    at++;
                }
                case FeatureColumn.Category category -> {
                    int[] offset = offsets((Texts) column, category);
                    int fill = category.fill() == null
                            ? UNKNOWN
                            : category.categories().indexOf(category.fill());
                    for (int i = 0; i < rows.length; i++) {
                        int code = ((Texts) column).codes()[rows[i]];
                        values[i * width + at + (code < 0 ? fill : offset[code])] = 1;
                    }
                    at += category.categories().size();
                }
            }
        }
        return values;
    }

    /// @return for each code of `column`, the position of its category; [#UNKNOWN] where there is none
    static int[] offsets(Texts column, FeatureColumn.Category category) {
        Map<String, Integer> known = new HashMap<>();
        for (String name : category.categories()) {
            known.put(name, known.size());
        }
        return column.distinct().stream()
                .mapToInt(text -> known.getOrDefault(text, UNKNOWN))
                .toArray();
    }
}
