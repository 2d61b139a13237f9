package io.netwright.data.csv;

import io.netwright.data.DataReport;
import java.util.List;

/// What was found in one column of a file.
///
/// @param index        its position from 0
/// @param name         as in the header, made unique; `column 3` where there is none
/// @param type         what it holds
/// @param missing      how many values are missing
/// @param missingLines the lines, from 1, of the first [DataReport#LINES_KEPT] missing values
public record ColumnProfile(int index, String name, ColumnType type, int missing, List<Integer> missingLines) {

    public ColumnProfile {
        missingLines = List.copyOf(missingLines);
    }
}
