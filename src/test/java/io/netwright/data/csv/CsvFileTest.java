package io.netwright.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.CsvFormat;
import io.netwright.data.CsvFormat.Decimal;
import io.netwright.data.CsvFormat.Delimiter;
import io.netwright.data.CsvFormat.Header;
import io.netwright.data.CsvFormat.Quoting;
import io.netwright.data.Refused;
import io.netwright.data.csv.CsvTable.Numbers;
import io.netwright.data.csv.CsvTable.ReadAs;
import io.netwright.data.csv.CsvTable.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @TempDir
    Path dir;

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("data.csv"), bytes);
    }

    private CsvFile open(String text) throws IOException {
        return CsvFile.open(file(text), CsvFormat.AUTO);
    }

    private static List<String> names(CsvFile file) {
        return file.columns().stream().map(ColumnProfile::name).toList();
    }

    private static List<ColumnType> types(CsvFile file) {
        return file.columns().stream().map(ColumnProfile::type).toList();
    }

    private static CsvTable read(CsvFile file) {
        return file.read(file.columns().stream()
                .map(c -> c.type() == ColumnType.NUMBER ? ReadAs.NUMBERS : ReadAs.TEXTS)
                .toList());
    }

    private static double[] numbers(CsvTable table, int column) {
        return ((Numbers) table.columns().get(column)).values();
    }

    @ParameterizedTest
    @CsvSource({"COMMA, ','", "SEMICOLON, ;", "TAB, '\t'", "PIPE, |", "SPACE, ' '"})
    void findsTheDelimiter(Delimiter expected, String delimiter) throws IOException {
        CsvFile file = open("a,b,c\n1,2,3.5\n4,5,6\n".replace(",", delimiter));
        assertEquals(expected, file.format().delimiter());
        assertEquals(List.of("a", "b", "c"), names(file));
        assertArrayEquals(new double[] {3.5, 6}, numbers(read(file), 2));
    }

    @Test
    void decimalCommasDoNotLookLikeDelimiters() throws IOException {
        CsvFile file = open("x;y\n1,5;2\n-3,25;4,0\n");
        assertEquals(Delimiter.SEMICOLON, file.format().delimiter());
        assertEquals(Decimal.COMMA, file.format().decimal());
        assertArrayEquals(new double[] {1.5, -3.25}, numbers(read(file), 0));
        CsvFile bare = open("1,5;2,5;3\n4,5;5,5;6\n");
        assertEquals(Delimiter.SEMICOLON, bare.format().delimiter());
        assertArrayEquals(new double[] {2.5, 5.5}, numbers(read(bare), 1));
        CsvFile one = open("1,5;2,5\n");
        assertEquals(2, one.columns().size());
    }

    @Test
    void quotedFieldsMayHoldAnything() throws IOException {
        CsvFile file = open("name,value\n\"a, \"\"b\"\"\",1\n\"two\nlines\",2\n'c',3\n");
        assertEquals(Quoting.DOUBLE, file.format().quoting());
        CsvTable table = read(file);
        assertEquals(
                List.of("a, \"b\"", "two\nlines", "'c'"),
                ((Texts) table.columns().get(0)).distinct());
        assertArrayEquals(new int[] {2, 3, 5}, table.lines(), "lines, not records");
    }

    /// As in the SMS spam collection, where a reader that trusts quotation marks loses 800 of 5,574 rows.
    @Test
    void aTextThatHappensToBeginWithAQuotationMarkSwallowsNothing() throws IOException {
        CsvFile file =
                open("ham\t\"Happy day\" I know\nspam\t\"WIN now\nham\thello\nham\tbye \"x\"\nham\t\"open again\n");
        assertEquals(Quoting.NONE, file.format().quoting());
        assertEquals(5, file.rows());
        CsvFile asked = CsvFile.open(
                file("k;\"a\n1;\"b\n2;c\n"),
                CsvFormat.AUTO.withQuoting(Quoting.NONE).withHeader(Header.ABSENT));
        assertEquals(3, asked.rows());
    }

    /// Read as plain characters these would be even, too; they are properly enclosed.
    @Test
    void textsOverSeveralLinesStayTogether() throws IOException {
        CsvFile file = open("id,text\n1,\"Hello\nthere, you\"\n2,\"one\ntwo, three\"\n");
        assertEquals(Quoting.DOUBLE, file.format().quoting());
        assertEquals(2, file.rows());
        CsvFile spaced = open("id, \"text\"\n1, \"a, b\" \n2 , \"c, d\"\n");
        assertEquals(List.of("id", "text"), names(spaced));
        assertEquals(List.of("a, b", "c, d"), ((Texts) read(spaced).columns().get(1)).distinct());
        CsvFile empty = open("a\t\"b\"\t\t\"c\"\n1\t\"2\"\t\t\"3\"\n");
        assertEquals(4, empty.columns().size());
    }

    @Test
    void readsByteOrderMarksAndWindowsLineEnds() throws IOException {
        CsvFile file = open("\uFEFF\"a\",b\r\n1,2\r\n\r\n3,4\r\n");
        assertEquals(List.of("a", "b"), names(file));
        CsvTable table = read(file);
        assertArrayEquals(new double[] {1, 3}, numbers(table, 0));
        assertArrayEquals(new int[] {2, 4}, table.lines());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsWideEncodingsByTheirMark(String charset) throws IOException {
        Path path = file("\uFEFFh\u00f6he,b\n1,2\n".getBytes(Charset.forName(charset)));
        CsvFile file = CsvFile.open(path, CsvFormat.AUTO);
        assertEquals(List.of("h\u00f6he", "b"), names(file));
        assertEquals(charset, file.format().encoding());
        CsvFile asked = CsvFile.open(path, CsvFormat.AUTO.withEncoding(charset));
        assertEquals(names(file), names(asked));
    }

    @Test
    void readsAnEncodingThatAPersonNames() throws IOException {
        Path path = file("\u9ad8\u5ea6,b\n1,2\n".getBytes(Charset.forName("GB18030")));
        var refusal = Refused.by(() -> CsvFile.open(path, CsvFormat.AUTO));
        assertTrue(Refused.text(refusal).contains("not valid UTF-8"), Refused.text(refusal));
        CsvFile file = CsvFile.open(path, CsvFormat.AUTO.withEncoding("GB18030"));
        assertEquals("\u9ad8\u5ea6", names(file).getFirst());
        Refused.by(() -> CsvFile.open(path, CsvFormat.AUTO.withEncoding("no such thing")));
    }

    @Test
    void readsGzippedFilesAndNoticesWhenTheyAreCutOff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 10_000; i++) {
                out.write((i * 7919 % 10007 + "," + i * 31 % 997 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = bytes.toByteArray();
        assertEquals(10_000, CsvFile.open(file(whole), CsvFormat.AUTO).rows());
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        Refused.by(() -> CsvFile.open(file(half), CsvFormat.AUTO));
    }

    @Test
    void aHeaderIsRecognisedByWhatLiesBelow() throws IOException {
        assertEquals(Header.PRESENT, open("a,b\n1,x\n2,y\n").format().header());
        assertEquals(Header.ABSENT, open("1,2\n3,4\n").format().header());
        assertEquals(Header.ABSENT, open("x,1\ny,2\nx,3\n").format().header());
        assertEquals(
                Header.PRESENT,
                open("day,t\n2012-01-01,1\n2012-01-02,2\n").format().header());
        assertEquals(
                Header.ABSENT, open("2012-01-01,a\n2012-01-02,b\n").format().header());
        assertEquals(
                Header.ABSENT,
                open("country,2019,2020\nA,1,2\nB,3,4\n").format().header());
        assertEquals(Header.ABSENT, open("p,x\ne,x\np,y\n").format().header(), "texts that repeat");
        assertEquals(
                Header.PRESENT,
                open("colour,shape\nred,round\nred,flat\n").format().header());
        assertEquals(Header.PRESENT, open(",a,b\n1,2,3\n").format().header(), "an unnamed index column");
        assertEquals(Header.ABSENT, open("1,2\n").format().header());
        CsvFormat absent = CsvFormat.AUTO.withHeader(Header.ABSENT);
        assertEquals(3, CsvFile.open(file("a,b\nc,d\ne,f\n"), absent).rows());
        CsvFormat present = CsvFormat.AUTO.withHeader(Header.PRESENT);
        assertEquals(List.of("1", "2"), names(CsvFile.open(file("1,2\n3,4\n"), present)));
    }

    @Test
    void headersAreMadeUniqueAndComplete() throws IOException {
        CsvFile file = open("x, x ,,x\n1,2,3,4\n");
        assertEquals(List.of("x", "x (2)", "column 3", "x (3)"), names(file));
        assertEquals(2, file.notes().size());
        file.notes().forEach(Refused::requireReadable);
        assertEquals(List.of("column 1", "column 2"), names(open("1,2\n3,4\n")));
    }

    @Test
    void columnTypesFollowTheirContents() throws IOException {
        CsvFile file = open(
                "n,t,d,e,m\n1,a,2012-01-01,,1\n?,b,2012-01-02,NA,x\n3,1,2012-01-03,,2\n4,2,,,y\n5,c,2012-01-05,,z\n");
        assertEquals(
                List.of(ColumnType.NUMBER, ColumnType.TEXT, ColumnType.DATE, ColumnType.EMPTY, ColumnType.TEXT),
                types(file));
        assertEquals(1, file.columns().get(0).missing());
        assertEquals(List.of(3), file.columns().get(0).missingLines());
        assertEquals(List.of(5), file.columns().get(2).missingLines());
        assertEquals(List.of(2, 3, 4, 5, 6), file.columns().get(3).missingLines());
    }

    @Test
    void theFirstRowCountsWhereItIsNoHeader() throws IOException {
        CsvFile file = open("NA,1\n2,2\n,3\n");
        assertEquals(3, file.rows());
        assertEquals(2, file.columns().get(0).missing());
        assertEquals(List.of(1, 3), file.columns().get(0).missingLines());
        assertEquals(List.of("NA", "1"), file.preview().getFirst());
        assertArrayEquals(new double[] {Double.NaN, 2, Double.NaN}, numbers(read(file), 0));
    }

    @Test
    void aTextAmongNumbersIsRefusedWithItsPlace() throws IOException {
        CsvFile file = open("a,b\n1,2\n3,oops\n5,6\n7,8\n");
        var refusal = Refused.by(() -> read(file));
        assertEquals("line 3, column b", refusal.where().place());
        assertTrue(refusal.where().file().endsWith("data.csv"));
        assertTrue(Refused.text(refusal).startsWith("Line 3, column \u201cb\u201d: \u201coops\u201d is not a number."));
        CsvFile headless = open("1,abc\n1,2\n3,4\n");
        assertEquals(
                "line 1, column column 2",
                Refused.by(() -> read(headless)).where().place());
    }

    @ParameterizedTest
    @CsvSource({"inf", "-Infinity", "1e999"})
    void infiniteNumbersAreRefusedWithTheirPlace(String value) throws IOException {
        CsvFile file = open("a,b\n1,2\n3," + value + "\n");
        var refusal = Refused.by(() -> read(file));
        assertEquals("line 3, column b", refusal.where().place());
        assertTrue(Refused.text(refusal).contains("infinite"));
    }

    @Test
    void pointsAmongDecimalCommasAreRefused() throws IOException {
        CsvFile file = open("a;b\n1,5;2\n1,6;3\n1.7;4\n1,8;4\n1,9;4\n");
        assertEquals("line 4, column a", Refused.by(() -> read(file)).where().place());
        CsvFormat point = CsvFormat.AUTO.withDecimal(Decimal.POINT);
        assertEquals(
                Decimal.POINT,
                CsvFile.open(file("a;b\n1,5;2\n"), point).format().decimal());
    }

    @Test
    void raggedRowsAreRefusedWithBothCounts() throws IOException {
        var refusal = Refused.by(() -> open("a,b,c\n1,2,3\n4,5\n6,7,8\n"));
        assertEquals("line 3", refusal.where().place());
        assertTrue(Refused.text(refusal).startsWith("Line 3 has 2 fields and should have 3."), Refused.text(refusal));
        assertTrue(Refused.text(refusal).endsWith("3 fields / 2 fields"));
        refusal = Refused.by(() -> open("a,b,c\n1,2,3\n4,5,6\n6,7,8,9\n"));
        assertEquals("line 4", refusal.where().place());
        refusal = Refused.by(() -> open("title\n1,2,3\n4,5,6\n"));
        assertEquals("line 1", refusal.where().place());
        refusal = Refused.by(() -> open("a,b\n1,2,3\n4,5\n"));
        assertEquals("line 2", refusal.where().place());
        Path path = file("a,b\n1,2\n3,\"4,5\n6,\"7,8\n");
        refusal = Refused.by(() -> CsvFile.open(path, CsvFormat.AUTO.withQuoting(Quoting.DOUBLE)));
        assertEquals("data.csv.ragged-quote", refusal.what().key());
        assertEquals("line 3", refusal.where().place());
        refusal = Refused.by(() -> open("a,b\n\"x,y\",1\n\"z,2\n3,4\n"));
        assertEquals("data.csv.ragged-quote", refusal.what().key());
    }

    @Test
    void filesWithoutRowsAreRefused() throws IOException {
        assertEquals("data.csv.empty", Refused.by(() -> open("")).what().key());
        assertEquals(
                "data.csv.empty", Refused.by(() -> open("\n\r\n  \n")).what().key());
        assertEquals("data.csv.empty", Refused.by(() -> open("\uFEFF")).what().key());
        assertEquals(
                "data.csv.header-only", Refused.by(() -> open("a,b\n")).what().key());
        CsvFormat present = CsvFormat.AUTO.withHeader(Header.PRESENT);
        assertEquals(
                "data.csv.header-only",
                Refused.by(() -> CsvFile.open(file("1,2\n"), present)).what().key());
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path zip = file(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        assertEquals(
                "data.csv.zip",
                Refused.by(() -> CsvFile.open(zip, CsvFormat.AUTO)).what().key());
        Path zero = file(new byte[] {1, 0, 2, 0, 3, 0});
        assertEquals(
                "data.csv.zero-bytes",
                Refused.by(() -> CsvFile.open(zero, CsvFormat.AUTO)).what().key());
        Path none = dir.resolve("none.csv");
        assertEquals(
                "data.file.absent",
                Refused.by(() -> CsvFile.open(none, CsvFormat.AUTO)).what().key());
        assertEquals(
                "data.file.unreadable",
                Refused.by(() -> CsvFile.open(dir, CsvFormat.AUTO)).what().key());
    }

    @Test
    void malformedBytesAreRefusedWithTheirLine() throws IOException {
        byte[] bytes = "a,b\n1,2\n3,x\n".getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xC3;
        var refusal = Refused.by(() -> CsvFile.open(file(bytes), CsvFormat.AUTO));
        assertEquals("data.csv.not-decodable", refusal.what().key());
        assertTrue(refusal.where().place().startsWith("line "));
    }

    @Test
    void oneColumnIsOneColumn() throws IOException {
        CsvFile file = open("x\n1\n2\n\n3\n");
        assertEquals(List.of("x"), names(file));
        assertArrayEquals(new double[] {1, 2, 3}, numbers(read(file), 0));
    }

    @Test
    void aFileThatChangesBetweenThePassesIsRefused() throws IOException {
        CsvFile file = open("a,b\n1,2\n3,4\n");
        file("a,b\n1,2\n3,4\n5,6\n");
        assertEquals("data.csv.changed", Refused.by(() -> read(file)).what().key());
        file("a,b\n1,2\n");
        assertEquals("data.csv.changed", Refused.by(() -> read(file)).what().key());
        file("a,b\n1,2\n3,4,5\n");
        assertEquals("data.csv.ragged", Refused.by(() -> read(file)).what().key());
    }

    @Test
    void thousandsOfColumnsAreRead() throws IOException {
        String row = "1" + ",2".repeat(29_999);
        CsvFile file = open(row + "\n" + row + "\n");
        assertEquals(30_000, file.columns().size());
    }
}
