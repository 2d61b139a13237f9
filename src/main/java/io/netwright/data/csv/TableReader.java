package io.netwright.data.csv;

import io.netwright.data.CsvFormat.Decimal;
import io.netwright.data.CsvFormat.Header;
import io.netwright.data.Refusal;
import io.netwright.data.csv.CsvTable.Column;
import io.netwright.data.csv.CsvTable.Numbers;
import io.netwright.data.csv.CsvTable.ReadAs;
import io.netwright.data.csv.CsvTable.Skipped;
import io.netwright.data.csv.CsvTable.Texts;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The second pass over a file: its rows into columns.
final class TableReader {

    private final CsvFile file;
    private final TextSource source;
    private final Dialect dialect;
    private final List<Builder> builders = new ArrayList<>();
    private final boolean decimalComma;

    TableReader(CsvFile file, TextSource source, Dialect dialect, List<ReadAs> as) {
        if (as.size() != file.columns().size()) {
            throw new IllegalArgumentException(
                    as.size() + " kinds for " + file.columns().size() + " columns");
        }
        this.file = file;
        this.source = source;
        this.dialect = dialect;
        this.decimalComma = file.format().decimal() == Decimal.COMMA;
        for (int c = 0; c < as.size(); c++) {
            String name = file.columns().get(c).name();
            builders.add(
                    switch (as.get(c)) {
                        case NUMBERS -> new NumbersBuilder(name, file.rows());
                        case TEXTS -> new TextsBuilder(name, file.rows());
                        case NOTHING -> new Nothing(name);
                    });
        }
    }

    CsvTable read() {
        int[] lines = new int[file.rows()];
        int row = 0;
        try (Records records = Records.open(source, dialect)) {
            if (file.format().header() == Header.PRESENT) {
                records.next();
            }
            while (records.next()) {
                String[] fields = records.fields();
                CsvFile.requireLength(source, builders.size(), fields, records.line());
                if (row == lines.length) {
                    throw changed();
                }
                for (int c = 0; c < fields.length; c++) {
                    builders.get(c).put(row, fields[c], records.line());
                }
                lines[row++] = records.line();
            }
        }
        if (row != lines.length) {
            throw changed();
        }
        return new CsvTable(builders.stream().map(Builder::build).toList(), lines);
    }

    private UserException changed() {
        String path = source.path().toString();
        return Refusal.inFile(
                path,
                "",
                Message.of("data.csv.changed", path),
                Message.of("data.csv.rows", file.rows()),
                Message.of("data.csv.other-rows"),
                null);
    }

    private interface Builder {
        void put(int row, String field, int line);

        Column build();
    }

    private record Nothing(String name) implements Builder {
        @Override
        public void put(int row, String field, int line) {
            // not kept
        }

        @Override
        public Column build() {
            return new Skipped(name);
        }
    }

    private final class NumbersBuilder implements Builder {
        private final String name;
        private final double[] values;

        NumbersBuilder(String name, int rows) {
            this.name = name;
            this.values = new double[rows];
            Arrays.fill(values, Double.NaN);
        }

        @Override
        public void put(int row, String field, int line) {
            Cell cell = Cell.of(field);
            if (cell == Cell.MISSING) {
                return;
            }
            if (cell.isNumber(decimalComma)) {
                values[row] = Cell.parse(field);
            }
            if (!cell.isNumber(decimalComma) || Double.isInfinite(values[row])) {
                boolean infinite = cell == Cell.INFINITE || cell.isNumber(decimalComma);
                throw Refusal.inFile(
                        source.path().toString(),
                        "line " + line + ", column " + name,
                        Message.of(infinite ? "data.csv.infinite" : "data.csv.not-a-number", line, name, shown(field)),
                        Message.of(decimalComma ? "data.csv.number-comma" : "data.csv.number-point"),
                        Refusal.text(shown(field)),
                        null);
            }
        }

        @Override
        public Column build() {
            return new Numbers(name, values);
        }
    }

    private static final class TextsBuilder implements Builder {
        private final String name;
        private final int[] codes;
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> distinct = new ArrayList<>();

        TextsBuilder(String name, int rows) {
            this.name = name;
            this.codes = new int[rows];
        }

        @Override
        public void put(int row, String field, int line) {
            if (Cell.of(field) == Cell.MISSING) {
                codes[row] = -1;
                return;
            }
            String text = field.strip();
            Integer code = known.get(text);
            if (code == null) {
                code = distinct.size();
                known.put(text, code);
                distinct.add(text);
            }
            codes[row] = code;
        }

        @Override
        public Column build() {
            return new Texts(name, codes, distinct);
        }
    }

    /// A field as a message can carry it.
    private static String shown(String field) {
        String s = field.strip();
        return s.length() <= 60 ? s : s.substring(0, 60) + "\u2026";
    }
}
