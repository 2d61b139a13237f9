package io.netwright.data.csv;

import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.data.CsvFormat.Quoting;
import io.netwright.data.csv.Dialect.Quotes;
import io.netwright.text.UserException;
import java.io.IOException;
import java.io.Reader;

/// Finds out whether quotation marks enclose fields, or are just part of texts.
///
/// Taken for enclosing, a mark that begins a text and is never closed swallows the rows that follow, up to the next
/// one, and nobody notices. A program that encloses fields does it properly: what follows a closing mark is a delimiter
/// or a line end (or spaces, and then one of these), the last mark is closed, and records are equal. Where that is not
/// so, and with marks as plain characters all records are equal, they are plain characters.
final class QuoteDetector {

    private static final int BUFFER = 1 << 16;

    private QuoteDetector() {}

    static Quotes detect(TextSource source, Delimiter delimiter, Quoting quoting) {
        if (quoting == Quoting.NONE) {
            return Quotes.PLAIN;
        }
        Marks marks = marks(source);
        if (!marks.any || isEven(source, new Dialect(delimiter, Quotes.STRICT), !marks.last)) {
            return Quotes.STRICT;
        } else if (isEven(source, new Dialect(delimiter, Quotes.SPACED), !marks.last)) {
            return Quotes.SPACED;
        } else if (quoting == Quoting.AUTO && isEven(source, new Dialect(delimiter, Quotes.PLAIN), false)) {
            return Quotes.PLAIN;
        }
        return Quotes.LENIENT;
    }

    /// @param any  whether there is any mark; most files have none, and are spared the trouble
    /// @param last whether the last character, spaces and line ends aside, is one
    private record Marks(boolean any, boolean last) {}

    private static Marks marks(TextSource source) {
        char[] buffer = new char[BUFFER];
        boolean any = false;
        char last = 0;
        try (Reader in = source.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    char c = buffer[i];
                    any |= c == '"';
                    last = c == '\n' || c == '\r' || c == ' ' ? last : c;
                }
            }
        } catch (IOException e) {
            // what cannot be read or decoded is reported by the full pass, with its line
        }
        return new Marks(any, last == '"');
    }

    /// Whether all records have the same number of fields, more than one, and can be told apart at all.
    ///
    /// @param openAtEnd whether a last field that goes over lines was never closed
    private static boolean isEven(TextSource source, Dialect dialect, boolean openAtEnd) {
        try (Records records = Records.open(source, dialect)) {
            int width = 0;
            String lastField = "";
            while (records.next()) {
                String[] fields = records.fields();
                width = width == 0 ? fields.length : width;
                if (fields.length != width || width < 2) {
                    return false;
                }
                lastField = fields[width - 1];
            }
            boolean overLines = lastField.indexOf('\n') >= 0 || lastField.indexOf('\r') >= 0;
            return width > 1 && !(openAtEnd && overLines);
        } catch (UserException e) {
            return false;
        }
    }
}
