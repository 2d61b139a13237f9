package io.netwright.data.load;

import io.netwright.data.DataReport;
import io.netwright.data.DataSet;
import io.netwright.data.FeatureColumn;
import io.netwright.data.Split;
import io.netwright.text.Message;
import java.util.List;

/// The samples of a source, divided into parts and not yet scaled, and what became of the source.
///
/// @param raw           the samples, everything missing dealt with
/// @param split         which sample belongs to which part
/// @param columns       how columns became features; empty for pictures
/// @param sourceColumns how many columns the source has
/// @param rowsRead      how many rows the source has
/// @param droppedLines  the lines of the first rows left out
/// @param report        what became of each column
/// @param notes         what else there is to know
record Assembled(
        DataSet raw,
        Split split,
        List<FeatureColumn> columns,
        int sourceColumns,
        int rowsRead,
        List<Integer> droppedLines,
        List<DataReport.Column> report,
        List<Message> notes) {}
