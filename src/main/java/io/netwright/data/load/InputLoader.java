package io.netwright.data.load;

import io.netwright.data.CsvFormat;
import io.netwright.data.DataSet;
import io.netwright.data.FeatureColumn;
import io.netwright.data.Preprocessing;
import io.netwright.data.Refusal;
import io.netwright.data.csv.ColumnProfile;
import io.netwright.data.csv.CsvFile;
import io.netwright.data.csv.CsvTable;
import io.netwright.data.csv.CsvTable.ReadAs;
import io.netwright.data.csv.CsvTable.Texts;
import io.netwright.data.matrix.NpyFile;
import io.netwright.data.matrix.NumericArray;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads a file of inputs and does to them what was done to those that a network was trained on.
public final class InputLoader {

    private final Path path;
    private final Preprocessing preprocessing;

    private InputLoader(Path path, Preprocessing preprocessing) {
        this.path = path;
        this.preprocessing = preprocessing;
    }

    /// Reads inputs in the units of the source, from an `.npy` file by that name or otherwise a `.csv` file; every row
    /// becomes a sample, in order.
    ///
    /// A `.csv` file whose header has the names of the source's columns is read by name; it may have more columns.
    /// Without such names it is read by position: either the columns that become features and no others, or all of the
    /// source's columns. An `.npy` file holds features, categories already one-hot: `(samples, features)`, or
    /// `(samples, ...)` with the shape of a sample, or that of one sample alone.
    ///
    /// Where a network was trained on a text, the file is a text as well, and every sample's length of it a sample; a
    /// rest at the end that is shorter is left out.
    ///
    /// @param format how a `.csv` file is written
    /// @return the inputs, scaled, without a target
    /// @throws UserException where the file does not fit, a value is missing for which nothing was settled, or a
    ///   category
    ///         occurs that the source does not have
    public static DataSet load(Path path, CsvFormat format, Preprocessing preprocessing) {
        if (preprocessing.kind() == DataSet.Kind.TEXT) {
            int length = preprocessing.width();
            double[] tokens = TextLoader.samples(path, preprocessing.vocabulary(), length);
            return DataSet.textInputs(String.valueOf(path.getFileName()), preprocessing.vocabulary(), length, tokens);
        }
        InputLoader loader = new InputLoader(path, preprocessing);
        boolean npy = path.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
        double[] values = npy ? loader.npy() : loader.csv(format);
        preprocessing.scaler().apply(values);
        return DataSet.inputs(
                String.valueOf(path.getFileName()),
                preprocessing.kind(),
                preprocessing.sampleShape(),
                preprocessing.featureNames(),
                values);
    }

    private double[] npy() {
        NumericArray array = NpyFile.read(path);
        int width = preprocessing.width();
        int[] shape = array.shape();
        int[] sample = preprocessing.sampleShape().at(1);
        boolean many = shape.length > 0
                && array.rowWidth() == width
                && (shape.length <= 2 || Arrays.equals(Arrays.copyOfRange(shape, 1, shape.length), sample));
        if (!many && !Arrays.equals(shape, sample)) {
            throw refuse(
                    "",
                    Message.of("data.input.shape", path.toString()),
                    Message.of("data.input.shapes", width, preprocessing.sampleShape()),
                    Refusal.text(array.shapeText()));
        }
        if (array.data().length == 0) {
            throw refuse(
                    "",
                    Message.of("data.input.no-rows", path.toString()),
                    Message.of("data.csv.at-least-one-row"),
                    Refusal.nothing());
        }
        for (int i = 0; i < array.data().length; i++) {
            if (!Double.isFinite(array.data()[i])) {
                throw refuse(
                        "[" + i / width + ", " + i % width + "]",
                        Message.of("data.input.not-finite", i / width, i % width),
                        Message.of("data.inline.finite"),
                        Refusal.text(array.data()[i]));
            }
        }
        return array.data();
    }

    private double[] csv(CsvFormat format) {
        CsvFile file = CsvFile.open(path, format);
        List<FeatureColumn> columns = columns();
        int[] position = position(file, columns);
        ReadAs[] as = new ReadAs[file.columns().size()];
        Arrays.fill(as, ReadAs.NOTHING);
        for (FeatureColumn column : columns) {
            as[position[column.index()]] = column instanceof FeatureColumn.Number ? ReadAs.NUMBERS : ReadAs.TEXTS;
        }
        CsvTable table = file.read(List.of(as));
        for (FeatureColumn column : columns) {
            requireUsable(table, column, position[column.index()]);
        }
        Size.requireRoom(path.toString(), table.rows(), preprocessing.width());
        int[] rows = IntStream.range(0, table.rows()).toArray();
        return FeatureEncoder.encode(table, rows, columns, position);
    }

    /// Pictures have no named columns; in a table, each pixel is one.
    private List<FeatureColumn> columns() {
        if (!preprocessing.columns().isEmpty()) {
            return preprocessing.columns();
        }
        List<FeatureColumn> pixels = new ArrayList<>();
        for (int i = 0; i < preprocessing.width(); i++) {
            pixels.add(new FeatureColumn.Number("pixel " + i, i, null));
        }
        return pixels;
    }

    /// @return for each column of the source, its position in `file`; -1 where it is not needed
    private int[] position(CsvFile file, List<FeatureColumn> columns) {
        List<String> names = file.columns().stream().map(ColumnProfile::name).toList();
        List<String> absent = columns.stream()
                .map(FeatureColumn::name)
                .filter(n -> !names.contains(n))
                .toList();
        int[] position = new int[preprocessing.sourceColumns()];
        Arrays.fill(position, -1);
        if (absent.isEmpty()) {
            columns.forEach(c -> position[c.index()] = names.indexOf(c.name()));
        } else if (absent.size() < columns.size() && file.format().header() == CsvFormat.Header.PRESENT) {
            throw refuse(
                    "",
                    Message.of("data.input.absent", path.toString(), String.join(", ", absent)),
                    Refusal.text(columns.stream().map(FeatureColumn::name).collect(Collectors.joining(", "))),
                    Refusal.text(String.join(", ", names)));
        } else if (names.size() == columns.size()) {
            IntStream.range(0, columns.size())
                    .forEach(i -> position[columns.get(i).index()] = i);
        } else if (names.size() == preprocessing.sourceColumns()) {
            columns.forEach(c -> position[c.index()] = c.index());
        } else {
            throw refuse(
                    "",
                    Message.of("data.input.width", path.toString()),
                    Message.of("data.input.widths", columns.size(), preprocessing.sourceColumns()),
                    Message.of("data.input.columns", names.size()));
        }
        return position;
    }

    private void requireUsable(CsvTable table, FeatureColumn feature, int position) {
        CsvTable.Column column = table.columns().get(position);
        boolean fills =
                switch (feature) {
                    case FeatureColumn.Number n -> n.fill() != null;
                    case FeatureColumn.Category c -> c.fill() != null;
                };
        int[] offsets = feature instanceof FeatureColumn.Category c && column instanceof Texts t
                ? FeatureEncoder.offsets(t, c)
                : new int[0];
        for (int row = 0; row < table.rows(); row++) {
            int line = table.lines()[row];
            String place = "line " + line + ", column " + column.name();
            if (column.isMissing(row)) {
                if (!fills) {
                    throw refuse(
                            place,
                            Message.of("data.csv.missing-refused", line, column.name()),
                            Message.of("data.csv.a-value"),
                            Refusal.nothing());
                }
            } else if (column instanceof Texts t
                    && feature instanceof FeatureColumn.Category c
                    && offsets[t.codes()[row]] == FeatureEncoder.UNKNOWN) {
                String found = t.distinct().get(t.codes()[row]);
                throw refuse(
                        place,
                        Message.of("data.input.category", line, column.name(), found),
                        Refusal.text(String.join(", ", c.categories())),
                        Refusal.text(found));
            }
        }
    }

    private UserException refuse(String place, Message what, Message expected, Message found) {
        return Refusal.inFile(path.toString(), place, what, expected, found, null);
    }
}
