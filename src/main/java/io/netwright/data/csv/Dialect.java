package io.netwright.data.csv;

import io.netwright.data.CsvFormat.Delimiter;

/// How the records of a file are told apart, once that is settled.
///
/// @param delimiter not `AUTO`
/// @param quotes    what quotation marks mean
record Dialect(Delimiter delimiter, Quotes quotes) {

    /// What the mark `"` means.
    enum Quotes {
        /// A character like any other.
        PLAIN,
        /// It encloses fields; a delimiter or a line end follows the closing one, or the record is refused.
        STRICT,
        /// As [#STRICT], with spaces allowed between marks and delimiters.
        SPACED,
        /// It encloses fields; what follows the closing one still belongs to the field.
        LENIENT
    }
}
