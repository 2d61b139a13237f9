package io.netwright.data;

import io.netwright.text.Message;
import java.util.List;

/// What became of a source: for a person to read before they trust the numbers.
///
/// @param rowsRead    the rows that the source has
/// @param rowsUsed    the samples that came of them
/// @param dropped     how many rows were left out because of missing values
/// @param droppedRows the lines, from 1, of the first of these; see [#LINES_KEPT]
/// @param columns     what became of each column of a table; empty for pictures
/// @param classes     how many samples of each class each part has; empty where there are no classes
/// @param notes       what else there is to know, such as how a file was understood
public record DataReport(
        int rowsRead,
        int rowsUsed,
        int dropped,
        List<Integer> droppedRows,
        List<Column> columns,
        List<ClassCount> classes,
        List<Message> notes) {

    /// So many places are kept of what may happen in every row.
    public static final int LINES_KEPT = 100;

    public DataReport {
        droppedRows = List.copyOf(droppedRows);
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }

    /// What became of a column.
    public enum Role implements Choice {
        /// One feature.
        NUMBER,
        /// A 0/1 feature for each of its categories.
        ONE_HOT,
        /// What is to be predicted.
        TARGET,
        /// Left out because a person said so.
        IGNORED,
        /// Left out because it holds dates.
        DATE,
        /// Left out because it holds too many different texts to be categories.
        TOO_MANY_TEXTS,
        /// Left out because it holds no value.
        EMPTY;

        /// @return whether the column is neither a feature nor the target
        public boolean isLeftOut() {
            return this != NUMBER && this != ONE_HOT && this != TARGET;
        }
    }

    /// What became of one column.
    ///
    /// @param name         its name
    /// @param role         what became of it
    /// @param missing      how many values are missing
    /// @param missingLines the lines, from 1, of the first of these
    /// @param features     the names of the features that came of it
    public record Column(String name, Role role, int missing, List<Integer> missingLines, List<String> features) {
        public Column {
            missingLines = List.copyOf(missingLines);
            features = List.copyOf(features);
        }
    }

    /// How many samples of a class each part has.
    public record ClassCount(String name, int train, int validation, int test) {
        public int total() {
            return train + validation + test;
        }
    }
}
