package io.netwright.data.csv;

import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.data.CsvFormat.Quoting;
import io.netwright.data.csv.Dialect.Quotes;
import io.netwright.text.UserException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out what stands between the fields of a file, from its first records.
///
/// Each delimiter is tried. One that gives every record the same number of fields (more than one) is better than one
/// that does not; among equals the one whose fields are numbers, dates or missing more often, so that `1,5;2,5` is two
/// numbers with decimal commas; then the one that gives more fields. A delimiter on which fewer than half of the
/// records agree is none. Spaces are tried last, and only taken where all fields after the first record are numbers.
final class DelimiterDetector {

    private static final int CHARACTERS = 1 << 17;
    private static final int RECORDS = 200;
    private static final double LEAST_AGREEMENT = 0.5;

    private DelimiterDetector() {}

    /// How well a delimiter fits: records that agree on a number of fields, fields that are no text, and that number.
    private record Fit(Delimiter delimiter, double agreement, double clean, int width) {
        boolean isBetterThan(@Nullable Fit other) {
            if (other == null || agreement != other.agreement) {
                return other == null || agreement > other.agreement;
            }
            return clean != other.clean ? clean > other.clean : width > other.width;
        }
    }

    /// @return the delimiter; the comma where nothing speaks for any
    static Delimiter detect(TextSource source, Quoting quoting) {
        Head head = head(source);
        Fit best = null;
        for (Delimiter d : List.of(Delimiter.COMMA, Delimiter.SEMICOLON, Delimiter.TAB, Delimiter.PIPE)) {
            Fit fit = fit(source, head, d, quoting);
            if (fit.width > 1 && fit.agreement >= LEAST_AGREEMENT && fit.isBetterThan(best)) {
                best = fit;
            }
        }
        if (best != null) {
            return best.delimiter;
        }
        Fit spaces = fit(source, head, Delimiter.SPACE, quoting);
        boolean numbers = spaces.width > 1 && spaces.agreement == 1 && spaces.clean == 1;
        return numbers ? Delimiter.SPACE : Delimiter.COMMA;
    }

    /// The better of the ways to read quotation marks.
    private static Fit fit(TextSource source, Head head, Delimiter delimiter, Quoting quoting) {
        Fit best = fit(source, head, new Dialect(delimiter, quoting == Quoting.NONE ? Quotes.PLAIN : Quotes.LENIENT));
        if (best.agreement < 1 && quoting != Quoting.NONE && head.text.indexOf('"') >= 0) {
            Fit spaced = fit(source, head, new Dialect(delimiter, Quotes.SPACED));
            best = spaced.isBetterThan(best) ? spaced : best;
            Fit plain = fit(source, head, new Dialect(delimiter, Quotes.PLAIN));
            best = quoting == Quoting.AUTO && plain.isBetterThan(best) ? plain : best;
        }
        return best;
    }

    private record Head(String text, boolean truncated) {}

    private static Head head(TextSource source) {
        char[] buffer = new char[CHARACTERS];
        int n = 0;
        try (Reader reader = source.open()) {
            while (n < buffer.length) {
                int read = reader.read(buffer, n, buffer.length - n);
                if (read < 0) {
                    break;
                }
                n += read;
            }
        } catch (CharacterCodingException e) {
            // The full pass comes to the same place and can say on which line it is.
        } catch (IOException e) {
            throw TextSource.unreadable(source.path(), e);
        }
        return new Head(new String(buffer, 0, n), n == buffer.length);
    }

    private static Fit fit(TextSource source, Head head, Dialect dialect) {
        List<String[]> records = new ArrayList<>();
        try (Records in = Records.of(source, new StringReader(head.text), dialect)) {
            while (records.size() <= RECORDS && in.next()) {
                records.add(in.fields());
            }
        } catch (UserException e) {
            return new Fit(dialect.delimiter(), 0, 0, 0);
        }
        if (records.size() > 1 && (head.truncated || records.size() > RECORDS)) {
            records.removeLast();
        }
        Map<Integer, Integer> widths = new HashMap<>();
        int width = 0;
        for (String[] record : records) {
            int count = widths.merge(record.length, 1, Integer::sum);
            if (count > widths.getOrDefault(width, 0)) {
                width = record.length;
            }
        }
        if (width == 0) {
            return new Fit(dialect.delimiter(), 0, 0, 0);
        }
        int fields = 0;
        int clean = 0;
        for (String[] record : records.size() == 1 ? records : records.subList(1, records.size())) {
            for (String field : record) {
                fields++;
                clean += Cell.of(field) == Cell.TEXT ? 0 : 1;
            }
        }
        double agreement = (double) widths.getOrDefault(width, 0) / records.size();
        return new Fit(dialect.delimiter(), agreement, fields == 0 ? 0 : (double) clean / fields, width);
    }
}
