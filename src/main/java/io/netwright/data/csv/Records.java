package io.netwright.data.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.data.Refusal;
import io.netwright.data.csv.Dialect.Quotes;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Objects;

/// The records of a file one after the other, with what goes wrong said in a person's terms. Blank lines are passed
/// over.
final class Records implements AutoCloseable {

    /// Stands in for the quotation mark where there is none; U+FFFF is no character.
    private static final char NO_QUOTE = '\uFFFF';

    private static final int MOST_FIELDS = 1 << 20;

    private final TextSource source;
    private final Dialect dialect;
    private final CloseableIterator<CsvRecord> records;
    private String[] fields = {};
    private int line;

    private Records(TextSource source, Dialect dialect, CloseableIterator<CsvRecord> records) {
        this.source = source;
        this.dialect = dialect;
        this.records = records;
    }

    static Records open(TextSource source, Dialect dialect) {
        try {
            return new Records(source, dialect, iterate(source.open(), dialect));
        } catch (IOException e) {
            throw TextSource.unreadable(source.path(), e);
        }
    }

    /// The records of a piece of a file already in memory.
    static Records of(TextSource source, Reader text, Dialect dialect) {
        return new Records(source, dialect, iterate(text, dialect));
    }

    private static CloseableIterator<CsvRecord> iterate(Reader text, Dialect dialect) {
        // Field counts are checked by the caller, who can say more than the parser.
        return CsvReader.builder()
                .fieldSeparator(dialect.delimiter().character())
                .quoteCharacter(dialect.quotes() == Quotes.PLAIN ? NO_QUOTE : '"')
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(dialect.quotes() == Quotes.LENIENT)
                .trimWhitespacesAroundQuotes(dialect.quotes() == Quotes.SPACED)
                .build(CsvRecordHandler.of(b -> b.maxFields(MOST_FIELDS)), text)
                .iterator();
    }

    /// Moves on to the next record.
    ///
    /// @return whether there is one
    /// @throws UserException where the file cannot be read or decoded any further
    boolean next() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = (int) record.getStartingLineNumber();
                fields = fields(record);
                if (fields.length > 1 || fields.length == 1 && !fields[0].isBlank()) {
                    return true;
                }
            }
            return false;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException io ? unreadable(io) : malformed(e);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private String[] fields(CsvRecord record) {
        String[] all = new String[record.getFieldCount()];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            String field = record.getField(i);
            if (dialect.delimiter() != Delimiter.SPACE || !field.isEmpty()) {
                all[n++] = field;
            }
        }
        return n == all.length ? all : Arrays.copyOf(all, n);
    }

    private UserException unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return Refusal.inFile(
                    source.path().toString(),
                    "line " + (line + 1),
                    Message.of("data.csv.not-decodable", source.charset().displayName(), line),
                    Refusal.text(source.charset().displayName()),
                    Message.of("data.csv.other-bytes"),
                    e);
        }
        return TextSource.unreadable(source.path(), e);
    }

    private UserException malformed(CsvParseException e) {
        return Refusal.inFile(
                source.path().toString(),
                "line " + (line + 1),
                Message.of("data.csv.malformed", line + 1),
                Message.of("data.csv.expected-record"),
                Refusal.text(e.getMessage() == null ? "" : e.getMessage()),
                e);
    }

    /// @return the fields of the current record; not to be changed
    String[] fields() {
        return fields;
    }

    /// @return the line, from 1, on which the current record begins
    int line() {
        return line;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw TextSource.unreadable(source.path(), e);
        }
    }
}
