package io.netwright.data.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netwright.data.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvMatrixTest {

    @TempDir
    Path dir;

    @Test
    void writesRowsUnderAHeader() throws IOException {
        Path path = dir.resolve("y.csv");
        NumericArray array = NumericArray.matrix(2, 2, new double[] {0.1, 3, -1e-5, 1e300});
        CsvMatrix.write(path, array, List.of("a", "b, c"), NumberFormat.FLOAT64);
        assertEquals("a,\"b, c\"\n0.1,3\n-1.0E-5,1.0E300\n", Files.readString(path));
        CsvMatrix.write(path, array, List.of(), NumberFormat.FLOAT32);
        assertEquals("0.1,3\n-1.0E-5,inf\n", Files.readString(path));
        try (Stream<Path> files = Files.list(dir)) {
            assertEquals(1, files.count(), "nothing else is left behind");
        }
    }

    @Test
    void oneAxisIsOneColumn() throws IOException {
        Path path = dir.resolve("y.csv");
        CsvMatrix.write(
                path, new NumericArray(new int[] {2}, new double[] {1, Double.NaN}), List.of(), NumberFormat.FLOAT64);
        assertEquals("1\nnan\n", Files.readString(path));
        assertThrows(
                IllegalArgumentException.class,
                () -> CsvMatrix.write(
                        path, NumericArray.matrix(1, 1, new double[1]), List.of("a", "b"), NumberFormat.FLOAT64));
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndNothingIsLeft() throws IOException {
        NumericArray array = NumericArray.matrix(1, 1, new double[1]);
        Path nowhere = dir.resolve("no/such/y.csv");
        assertEquals(
                nowhere.toString(),
                Refused.by(() -> CsvMatrix.write(nowhere, array, List.of(), NumberFormat.FLOAT64))
                        .where()
                        .file());
        Path taken = Files.createDirectories(dir.resolve("taken/full"));
        Refused.by(() -> CsvMatrix.write(taken.getParent(), array, List.of(), NumberFormat.FLOAT64));
        try (Stream<Path> files = Files.list(dir)) {
            assertEquals(1, files.count());
        }
    }

    @Property(tries = 1000)
    void numbersAreReadBackAsTheyWere(@ForAll double wide, @ForAll float narrow) {
        assertEquals(wide, Double.parseDouble(CsvMatrix.text(wide, NumberFormat.FLOAT64)));
        assertEquals(narrow, Float.parseFloat(CsvMatrix.text(narrow, NumberFormat.FLOAT32)));
    }
}
