package io.netwright.data.matrix;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.netwright.text.UserException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Numbers as text: comma-separated, decimal point, UTF-8, lines ended by LF, one line to each step of the first axis.
///
/// Every number is written with the digits that its precision needs to be read back as it was. NaN and infinite are
/// written as `nan`, `inf` and `-inf`, as NumPy and pandas do.
public final class CsvMatrix {

    private CsvMatrix() {}

    /// Writes an array; an existing file is replaced in one step once all is written.
    ///
    /// @param header the names of the columns; empty for none
    /// @throws UserException where the file cannot be written
    public static void write(Path path, NumericArray array, List<String> header, NumberFormat format) {
        int width = array.rowWidth();
        if (!header.isEmpty() && header.size() != width) {
            throw new IllegalArgumentException(header.size() + " names for " + width + " columns");
        }
        Output.replace(path, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
            if (!header.isEmpty()) {
                csv.writeRecord(header);
            }
            String[] fields = new String[width];
            for (int row = 0; row < array.rows(); row++) {
                for (int c = 0; c < width; c++) {
                    fields[c] = text(array.data()[row * width + c], format);
                }
                csv.writeRecord(fields);
            }
            csv.flush();
        });
    }

    /// @return the number as it is written: `0.1`, `3`, `1.0E-5`
    public static String text(double value, NumberFormat format) {
        double shown = format == NumberFormat.FLOAT32 ? (float) value : value;
        if (!Double.isFinite(shown)) {
            return Double.isNaN(shown) ? "nan" : shown > 0 ? "inf" : "-inf";
        }
        String digits = format == NumberFormat.FLOAT32 ? Float.toString((float) value) : Double.toString(value);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
