package io.netwright.data.csv;

import java.util.List;

/// What was found in one column of a file.
///
/// @param index        its position from 0
/// @param name         as in the header, made unique; `column 3` where there is none
/// @param type         what it holds
/// @param missing      how many values are missing
/// @param missingLines the lines, from 1, of the first [#LINES_KEPT] missing values
public record ColumnProfile(int index, String name, ColumnType type, int missing, List<Integer> missingLines) {

    /// So many places are kept of what may happen in every row.
    public static final int LINES_KEPT = 100;

    public ColumnProfile {
        missingLines = List.copyOf(missingLines);
    }
}
