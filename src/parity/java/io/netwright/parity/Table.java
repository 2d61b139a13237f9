package io.netwright.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The differences that the tests found, as a table. Written to the file that the system property `parity.table` names;
/// `docs/parity.md` says how.
final class Table {

    private static final Path FILE = Path.of(System.getProperty("parity.table", "target/parity.md"));

    /// What was compared.
    private static final class Row {
        private int cases;
        private double forward;
        private double backward;
        private String why = "";
    }

    private static final Map<String, Map<String, Row>> ROWS = new TreeMap<>();

    private Table() {}

    private static Row row(String kind, String name) {
        return ROWS.computeIfAbsent(kind, k -> new TreeMap<>()).computeIfAbsent(name, n -> new Row());
    }

    /// Notes a comparison of results.
    static synchronized void forward(String kind, String name, double difference) {
        Row row = row(kind, name);
        row.cases++;
        row.forward = Math.max(row.forward, difference);
    }

    /// Notes what came of a comparison's gradients or steps.
    static synchronized void backward(String kind, String name, double difference) {
        Row row = row(kind, name);
        row.backward = Math.max(row.backward, difference);
    }

    /// Notes that something cannot be compared.
    static synchronized void none(String kind, String name, String why) {
        row(kind, name).why = why;
    }

    static synchronized void write() throws IOException {
        var text = new StringBuilder();
        text.append("| kind | name | cases | forward | gradients, or weights after ten steps |\n");
        text.append("| --- | --- | --- | --- | --- |\n");
        ROWS.forEach((kind, rows) -> rows.forEach((name, row) -> text.append(
                row.why.isEmpty()
                        ? String.format(
                                Locale.ENGLISH,
                                "| %s | `%s` | %d | %.0e | %.0e |%n",
                                kind,
                                name,
                                row.cases,
                                row.forward,
                                row.backward)
                        : "| %s | `%s` | – | %s | |%n".formatted(kind, name, row.why))));
        Path folder = FILE.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        String begin = "<!-- table: begin -->\n";
        String end = "<!-- table: end -->";
        String page = Files.exists(FILE) ? Files.readString(FILE) : begin + end;
        int from = page.indexOf(begin) + begin.length();
        Files.writeString(FILE, page.substring(0, from) + text + page.substring(page.indexOf(end)));
    }
}
