package io.netwright.data.csv;

import io.netwright.data.CsvFormat.Delimiter;

/// How the records of a file are told apart, once that is settled.
///
/// @param delimiter not `AUTO`
/// @param quoted    whether `"` encloses fields
record Dialect(Delimiter delimiter, boolean quoted) {}
