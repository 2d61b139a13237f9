package io.netwright.data;

/// How a text file of rows and columns is written. What is left at `AUTO` is detected.
///
/// @param delimiter what stands between fields
/// @param header    whether the first row names the columns
/// @param decimal   what stands before the decimals of a number
/// @param quoting   whether `"` encloses fields
/// @param encoding  [#DETECT_ENCODING], or the name of a character set such as `GB18030`
public record CsvFormat(Delimiter delimiter, Header header, Decimal decimal, Quoting quoting, String encoding) {

    /// UTF-16 where a byte order mark says so, UTF-8 otherwise.
    public static final String DETECT_ENCODING = "auto";

    /// Everything detected.
    public static final CsvFormat AUTO =
            new CsvFormat(Delimiter.AUTO, Header.AUTO, Decimal.AUTO, Quoting.AUTO, DETECT_ENCODING);

    /// What stands between fields.
    public enum Delimiter implements Choice {
        AUTO('\0'),
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        PIPE('|'),
        /// One or more spaces count as one. Detected only where nothing else fits and everything is a number.
        SPACE(' ');

        private final char character;

        Delimiter(char character) {
            this.character = character;
        }

        /// @return the character; NUL for [#AUTO]
        public char character() {
            return character;
        }
    }

    /// Whether the first row names the columns.
    public enum Header implements Choice {
        AUTO,
        PRESENT,
        ABSENT
    }

    /// What stands before the decimals of a number.
    public enum Decimal implements Choice {
        /// The comma where the delimiter is not one and more numbers are written with a comma than with a point.
        AUTO,
        POINT,
        COMMA
    }

    /// Whether `"` encloses fields.
    public enum Quoting implements Choice {
        /// As [#DOUBLE], unless fields are then not properly closed or records unequal while without it all records are
        /// equal: then a text just happens to begin with `"`.
        AUTO,
        /// A field that begins with `"` goes on to the next `"`; `""` within it stands for one.
        DOUBLE,
        /// `"` is a character like any other.
        NONE
    }

    public CsvFormat withDelimiter(Delimiter newDelimiter) {
        return new CsvFormat(newDelimiter, header, decimal, quoting, encoding);
    }

    public CsvFormat withHeader(Header newHeader) {
        return new CsvFormat(delimiter, newHeader, decimal, quoting, encoding);
    }

    public CsvFormat withDecimal(Decimal newDecimal) {
        return new CsvFormat(delimiter, header, newDecimal, quoting, encoding);
    }

    public CsvFormat withQuoting(Quoting newQuoting) {
        return new CsvFormat(delimiter, header, decimal, newQuoting, encoding);
    }

    public CsvFormat withEncoding(String newEncoding) {
        return new CsvFormat(delimiter, header, decimal, quoting, newEncoding);
    }
}
