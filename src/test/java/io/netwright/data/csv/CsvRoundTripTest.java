package io.netwright.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.netwright.data.CsvFormat;
import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.data.CsvFormat.Header;
import io.netwright.data.csv.CsvTable.Numbers;
import io.netwright.data.csv.CsvTable.ReadAs;
import io.netwright.data.csv.CsvTable.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/// What another program writes by the rules is read back as it was.
class CsvRoundTripTest {

    @Provide
    Arbitrary<Delimiter> delimiters() {
        return Arbitraries.of(Delimiter.COMMA, Delimiter.SEMICOLON, Delimiter.TAB, Delimiter.PIPE);
    }

    /// Texts rich in what makes trouble.
    @Provide
    Arbitrary<List<List<String>>> texts() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab \",;\t|\n'.1-\u00e9\u4e2d")
                .ofMinLength(0)
                .ofMaxLength(8);
        return text.list().ofSize(3).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 150)
    void numbersComeBackExactly(
            @ForAll @Size(min = 1, max = 20) List<@Size(3) List<Double>> rows,
            @ForAll("delimiters") Delimiter delimiter,
            @ForAll boolean windows,
            @ForAll boolean mark,
            @ForAll boolean quoted)
            throws IOException {
        String text = write(
                List.of("a", "b", "c"),
                rows.stream().map(r -> r.stream().map(d -> d + "").toList()).toList(),
                delimiter,
                windows,
                quoted);
        CsvFile file = open((mark ? "\uFEFF" : "") + text, CsvFormat.AUTO);
        assertEquals(delimiter, file.format().delimiter());
        CsvTable table = file.read(Collections.nCopies(3, ReadAs.NUMBERS));
        for (int c = 0; c < 3; c++) {
            int column = c;
            assertArrayEquals(
                    rows.stream().mapToDouble(r -> r.get(column)).toArray(),
                    ((Numbers) table.columns().get(c)).values());
        }
    }

    @Property(tries = 300)
    void textsComeBackExactly(
            @ForAll("texts") List<List<String>> rows,
            @ForAll("delimiters") Delimiter delimiter,
            @ForAll boolean windows,
            @ForAll boolean quoted)
            throws IOException {
        String text = write(List.of("a", "b", "c"), rows, delimiter, windows, quoted);
        CsvFormat format = CsvFormat.AUTO.withDelimiter(delimiter).withHeader(Header.PRESENT);
        CsvFile file = open(text, format);
        assertEquals(rows.size(), file.rows());
        CsvTable table = file.read(Collections.nCopies(3, ReadAs.TEXTS));
        for (int row = 0; row < rows.size(); row++) {
            for (int c = 0; c < 3; c++) {
                String original = rows.get(row).get(c);
                Texts column = (Texts) table.columns().get(c);
                String read = column.isMissing(row) ? null : column.distinct().get(column.codes()[row]);
                assertEquals(Cell.of(original) == Cell.MISSING ? null : original.strip(), read);
            }
        }
    }

    private static String write(
            List<String> header, List<List<String>> rows, Delimiter delimiter, boolean windows, boolean quoted) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(delimiter.character())
                .quoteStrategy(quoted ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .lineDelimiter(windows ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(text);
        writer.writeRecord(header);
        rows.forEach(writer::writeRecord);
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// One file is enough: properties run one after the other.
    private static CsvFile open(String text, CsvFormat format) throws IOException {
        Path path = Path.of(
                System.getProperty("java.io.tmpdir"),
                "netwright-round-trip-" + ProcessHandle.current().pid() + ".csv");
        path.toFile().deleteOnExit();
        return CsvFile.open(Files.writeString(path, text), format);
    }
}
