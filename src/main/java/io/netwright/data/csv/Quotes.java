package io.netwright.data.csv;

import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.text.UserException;
import java.io.IOException;
import java.io.Reader;

/// Finds out whether quotation marks enclose fields, or are just part of texts.
///
/// Taken for enclosing, a mark that begins a text and is never closed swallows the rows that follow, up to the next
/// one, and nobody notices. So where quoted fields go over lines or records are unequal, the file is looked through
/// once more with marks as plain characters: if all records are equal then, they are. (Fields that really are enclosed,
/// because they hold delimiters or line ends, make records unequal when read in that way.)
final class Quotes {

    private static final int BUFFER = 1 << 16;

    private Quotes() {}

    static boolean enclose(TextSource source, Delimiter delimiter) {
        return !hasQuotes(source)
                || isEven(source, new Dialect(delimiter, true))
                || !isEven(source, new Dialect(delimiter, false));
    }

    /// Most files have none, and are spared the trouble.
    private static boolean hasQuotes(TextSource source) {
        char[] buffer = new char[BUFFER];
        try (Reader in = source.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '"') {
                        return true;
                    }
                }
            }
        } catch (IOException e) {
            // what cannot be read or decoded is reported by the full pass, with its line
        }
        return false;
    }

    /// Whether all records have the same number of fields, more than one, and none goes over lines.
    private static boolean isEven(TextSource source, Dialect dialect) {
        try (Records records = Records.open(source, dialect)) {
            int width = 0;
            while (records.next()) {
                width = width == 0 ? records.fields().length : width;
                if (records.fields().length != width || width < 2 || records.spansLines()) {
                    return false;
                }
            }
            return width > 1;
        } catch (UserException e) {
            return false;
        }
    }
}
