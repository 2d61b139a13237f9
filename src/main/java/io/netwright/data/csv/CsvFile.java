package io.netwright.data.csv;

import io.netwright.data.CsvFormat;
import io.netwright.data.CsvFormat.Decimal;
import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.data.CsvFormat.Header;
import io.netwright.data.CsvFormat.Quoting;
import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A file of rows and columns that has been looked through once: how it is written, and what its columns hold.
///
/// What each column is to be read as is for the caller to decide; [#read] then does it.
public final class CsvFile {

    /// So many rows are kept as they stand, for people to look at.
    public static final int PREVIEW_ROWS = 100;

    private final TextSource source;
    private final Dialect dialect;
    private final CsvFormat format;
    private final int rows;
    private final List<ColumnProfile> columns;
    private final List<List<String>> preview;
    private final List<Message> notes;

    private CsvFile(
            TextSource source,
            Dialect dialect,
            CsvFormat format,
            int rows,
            List<ColumnProfile> columns,
            List<List<String>> preview,
            List<Message> notes) {
        this.source = source;
        this.dialect = dialect;
        this.format = format;
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.preview = List.copyOf(preview);
        this.notes = List.copyOf(notes);
    }

    /// Looks through a file, plain or gzipped.
    ///
    /// A header is assumed where more columns speak for one than against: a text over numbers or dates speaks for it, a
    /// value like those below against it. Where no column has a say (all are texts that do not repeat) the first of two
    /// or more records is a header.
    ///
    /// @param format what is left at `AUTO` is detected
    /// @throws UserException where the file cannot be read, has no records or no rows, or records of unequal length
    public static CsvFile open(Path path, CsvFormat format) {
        TextSource source = TextSource.of(path, format.encoding());
        Delimiter delimiter = format.delimiter() == Delimiter.AUTO
                ? DelimiterDetector.detect(source, format.quoting())
                : format.delimiter();
        Dialect dialect = new Dialect(delimiter, QuoteDetector.detect(source, delimiter, format.quoting()));
        try (Records records = Records.open(source, dialect)) {
            return lookThrough(source, dialect, format, records);
        }
    }

    private static CsvFile lookThrough(TextSource source, Dialect dialect, CsvFormat format, Records records) {
        if (!records.next()) {
            throw noRows(source, "data.csv.empty");
        }
        String[] first = records.fields();
        int firstLine = records.line();
        List<ColumnCounts> counts = new ArrayList<>();
        for (String field : first) {
            counts.add(new ColumnCounts(field));
        }
        List<List<String>> preview = new ArrayList<>();
        int rows = 0;
        while (records.next()) {
            String[] fields = records.fields();
            if (rows == 0 && fields.length != first.length) {
                requireFirstLikeOthers(source, first, firstLine, fields, records);
            }
            requireLength(source, first.length, fields, records.line());
            for (int c = 0; c < fields.length; c++) {
                counts.get(c).add(fields[c], records.line());
            }
            if (rows++ < PREVIEW_ROWS) {
                preview.add(List.of(fields));
            }
        }
        boolean comma = decimalComma(format.decimal(), dialect.delimiter(), counts);
        boolean header = isHeader(format.header(), counts, rows, comma);
        if (!header) {
            counts.forEach(c -> c.addFirst(firstLine));
            preview.addFirst(List.of(first));
            rows++;
        } else if (rows == 0) {
            throw noRows(source, "data.csv.header-only");
        }
        List<Message> notes = new ArrayList<>();
        List<String> names = names(header ? first : new String[first.length], notes);
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int c = 0; c < first.length; c++) {
            profiles.add(counts.get(c).profile(c, names.get(c), comma));
        }
        CsvFormat settled = new CsvFormat(
                dialect.delimiter(),
                header ? Header.PRESENT : Header.ABSENT,
                comma ? Decimal.COMMA : Decimal.POINT,
                dialect.quotes() == Dialect.Quotes.PLAIN ? Quoting.NONE : Quoting.DOUBLE,
                source.charset().name());
        return new CsvFile(source, dialect, settled, rows, profiles, preview, notes);
    }

    private static boolean decimalComma(Decimal decimal, Delimiter delimiter, List<ColumnCounts> counts) {
        if (decimal != Decimal.AUTO || delimiter == Delimiter.COMMA) {
            return decimal == Decimal.COMMA;
        }
        long commas = 0;
        long points = 0;
        for (ColumnCounts c : counts) {
            commas += c.count(Cell.COMMA);
            points += c.count(Cell.POINT);
        }
        return commas > points;
    }

    private static boolean isHeader(Header header, List<ColumnCounts> counts, int rowsBelow, boolean decimalComma) {
        if (header != Header.AUTO) {
            return header == Header.PRESENT;
        }
        if (rowsBelow == 0) {
            // One record: a header if it says nothing but texts, in which case there are no rows.
            return counts.stream().allMatch(ColumnCounts::isFirstText);
        }
        int votes = 0;
        boolean voted = false;
        for (ColumnCounts c : counts) {
            int vote = c.headerVote(decimalComma);
            votes += vote;
            voted |= vote != 0;
        }
        return voted ? votes > 0 : counts.stream().anyMatch(ColumnCounts::isFirstText);
    }

    private static List<String> names(String[] header, List<Message> notes) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < header.length; c++) {
            String plain = header[c] == null || header[c].isBlank() ? "column " + (c + 1) : header[c].strip();
            String name = plain;
            for (int k = 2; !taken.add(name); k++) {
                name = plain + " (" + k + ")";
            }
            if (!name.equals(plain)) {
                notes.add(Message.of("data.csv.renamed", c + 1, plain, name));
            }
            names.add(name);
        }
        return names;
    }

    /// Where the second and third record agree, it is the first that is out of place: a title, or counts, above the
    /// table.
    private static void requireFirstLikeOthers(
            TextSource source, String[] first, int firstLine, String[] second, Records records) {
        int line = records.line();
        if (records.next() && records.fields().length == second.length) {
            throw Refusal.inFile(
                    source.path().toString(),
                    "line " + firstLine,
                    Message.of("data.csv.first-differs", firstLine, first.length, second.length),
                    Message.of("data.csv.fields", second.length),
                    Message.of("data.csv.fields", first.length),
                    null);
        }
        requireLength(source, first.length, second, line);
    }

    static void requireLength(TextSource source, int expected, String[] found, int line) {
        if (found.length == expected) {
            return;
        }
        boolean openQuote = false;
        for (String field : found) {
            openQuote |= field.indexOf('\n') >= 0;
        }
        throw Refusal.inFile(
                source.path().toString(),
                "line " + line,
                Message.of(openQuote ? "data.csv.ragged-quote" : "data.csv.ragged", line, expected, found.length),
                Message.of("data.csv.fields", expected),
                Message.of("data.csv.fields", found.length),
                null);
    }

    private static UserException noRows(TextSource source, String key) {
        String file = source.path().toString();
        return Refusal.inFile(
                file, "", Message.of(key, file), Message.of("data.csv.at-least-one-row"), Refusal.nothing(), null);
    }

    /// Reads the rows.
    ///
    /// @param as for each column in order, what it is read as
    /// @throws UserException where a column to be read as numbers holds a text or an infinite number, with line and
    ///   column
    public CsvTable read(List<CsvTable.ReadAs> as) {
        return new TableReader(this, source, dialect, as).read();
    }

    /// @return the file
    public Path path() {
        return source.path();
    }

    /// @return how the file is written; nothing is `AUTO`, and the encoding is the name of a character set
    public CsvFormat format() {
        return format;
    }

    /// @return the number of rows, the header not counted
    public int rows() {
        return rows;
    }

    /// @return what each column holds
    public List<ColumnProfile> columns() {
        return columns;
    }

    /// @return the first [#PREVIEW_ROWS] rows as they stand in the file
    public List<List<String>> preview() {
        return preview;
    }

    /// @return what a person should know about how the file was understood, such as columns renamed
    public List<Message> notes() {
        return notes;
    }
}
