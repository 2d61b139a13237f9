package io.netwright.data.csv;

import java.util.List;

/// The rows of a file, column by column. Its arrays are shared, not copied: they are read, never written.
///
/// @param columns the columns in the file's order
/// @param lines   for each row the line, from 1, on which it begins
public record CsvTable(List<Column> columns, int[] lines) {

    public CsvTable {
        columns = List.copyOf(columns);
    }

    /// What a column is read as.
    public enum ReadAs {
        NUMBERS,
        TEXTS,
        /// Not kept.
        NOTHING
    }

    /// One column.
    public sealed interface Column {
        String name();

        /// @return whether `row` has no value here
        boolean isMissing(int row);
    }

    /// Numbers; NaN where missing, otherwise finite.
    public record Numbers(String name, double[] values) implements Column {
        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }
    }

    /// Texts without surrounding spaces, each different one kept once.
    ///
    /// @param codes    for each row, where its text stands in `distinct`; -1 where missing
    /// @param distinct the different texts in the order of their first row
    public record Texts(String name, int[] codes, List<String> distinct) implements Column {
        public Texts {
            distinct = List.copyOf(distinct);
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] < 0;
        }
    }

    /// A column that was not kept.
    public record Skipped(String name) implements Column {
        @Override
        public boolean isMissing(int row) {
            return false;
        }
    }

    /// @return the number of rows
    public int rows() {
        return lines.length;
    }
}
