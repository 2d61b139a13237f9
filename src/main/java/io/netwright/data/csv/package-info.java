/// Text files of rows and columns: what they are is found out first ([CsvFile]), then they are read as it was decided
/// ([CsvTable]). Both passes stream, so a file may be larger than the memory that its numbers take.
@NullMarked
package io.netwright.data.csv;

import org.jspecify.annotations.NullMarked;
