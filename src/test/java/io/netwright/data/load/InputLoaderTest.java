package io.netwright.data.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.CsvFormat;
import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.MissingRule;
import io.netwright.data.Preprocessing;
import io.netwright.data.Refused;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.data.Target;
import io.netwright.data.matrix.NpyFile;
import io.netwright.data.matrix.NumberFormat;
import io.netwright.data.matrix.NumericArray;
import io.netwright.tensor.Shape;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputLoaderTest {

    private static final String TRAINED_ON =
            "size,skip,colour,y\n1,2012-01-01,red,0.5\n2,2012-01-02,blue,1.5\n6,2012-01-03,red,2.5\n";

    @TempDir
    Path dir;

    private Preprocessing preprocessing(MissingRule missing) throws IOException {
        Files.writeString(dir.resolve("train.csv"), TRAINED_ON);
        DataSource.Csv source = new DataSource.Csv("train.csv").withMissing(missing);
        return DataLoader.load(new DataSpec(source, SplitSpec.ALL_TRAIN, Scaling.RESCALE), dir)
                .preprocessing();
    }

    private double[] load(String text, Preprocessing preprocessing) throws IOException {
        return features(InputLoader.load(Files.writeString(dir.resolve("x.csv"), text), CsvFormat.AUTO, preprocessing));
    }

    private double[] load(NumericArray array, Preprocessing preprocessing) {
        Path path = dir.resolve("x.npy");
        NpyFile.write(path, array, NumberFormat.FLOAT64);
        return features(InputLoader.load(path, CsvFormat.AUTO, preprocessing));
    }

    private static double[] features(DataSet data) {
        assertEquals(new Target.None(), data.target());
        double[] values = new double[data.size() * data.width()];
        data.features(data.indices(), 0, data.size(), values, 0);
        return values;
    }

    @Test
    void theTrainingFileItselfGivesWhatWasTrainedOn() throws IOException {
        double[] expected = {0, 0, 1, 0.2, 1, 0, 1, 0, 1};
        Preprocessing preprocessing = preprocessing(MissingRule.DROP);
        assertArrayEquals(expected, load(TRAINED_ON, preprocessing));
        String headless = TRAINED_ON.substring(TRAINED_ON.indexOf('\n') + 1);
        assertArrayEquals(expected, load(headless, preprocessing), "by position");
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        Preprocessing preprocessing = preprocessing(MissingRule.DROP);
        double[] expected = {0.4, 1, 0, 0, 0, 1};
        assertArrayEquals(expected, load("colour,more,size\nblue,x,3\nred,y,1\n", preprocessing));
        assertArrayEquals(expected, load("3,blue\n1,red\n", preprocessing), "features alone, by position");
        assertArrayEquals(expected, load("groesse;farbe\n3;blue\n1;red\n", preprocessing), "other names, by position");
    }

    @Test
    void columnsThatDoNotFitAreRefused() throws IOException {
        Preprocessing preprocessing = preprocessing(MissingRule.DROP);
        UserException absent = Refused.by(() -> load("size,color\n3,blue\n4,red\n", preprocessing));
        assertTrue(Refused.text(absent).contains("colour"), Refused.text(absent));
        UserException width = Refused.by(() -> load("1,2,3\n4,5,6\n", preprocessing));
        assertTrue(Refused.text(width).endsWith("2 columns, or all 4 of the training data / 3 columns"));
    }

    @Test
    void valuesThatDoNotFitAreRefusedWithTheirPlace() throws IOException {
        Preprocessing preprocessing = preprocessing(MissingRule.DROP);
        UserException category = Refused.by(() -> load("size,colour\n3,blue\n4,green\n", preprocessing));
        assertEquals("line 3, column colour", category.where().place());
        assertTrue(Refused.text(category).endsWith("blue, red / green"));
        UserException missing = Refused.by(() -> load("size,colour\n3,blue\n,red\n", preprocessing));
        assertEquals("line 3, column size", missing.where().place());
        UserException text = Refused.by(() -> load("size,colour\n3,blue\nbig,red\n", preprocessing));
        assertEquals("line 3, column size", text.where().place());
    }

    @Test
    void missingValuesAreFilledWhereThatWasSettled() throws IOException {
        Preprocessing preprocessing = preprocessing(MissingRule.IMPUTE);
        assertArrayEquals(new double[] {0.4, 0, 1, 0, 1, 0}, load("size,colour\n?,\n1,blue\n", preprocessing));
    }

    @Test
    void arraysHoldFeatures() throws IOException {
        Preprocessing preprocessing = preprocessing(MissingRule.DROP);
        double[] expected = {0.4, 1, 0, 0, 0, 1};
        assertArrayEquals(expected, load(NumericArray.matrix(2, 3, new double[] {3, 1, 0, 1, 0, 1}), preprocessing));
        NumericArray one = new NumericArray(new int[] {3}, new double[] {3, 1, 0});
        assertArrayEquals(Arrays.copyOf(expected, 3), load(one, preprocessing));
        UserException wide = Refused.by(() -> load(NumericArray.matrix(1, 4, new double[4]), preprocessing));
        assertTrue(Refused.text(wide).endsWith("(1, 4)"), Refused.text(wide));
        Refused.by(() -> load(NumericArray.matrix(0, 3, new double[0]), preprocessing));
        UserException nan = Refused.by(
                () -> load(NumericArray.matrix(2, 3, new double[] {0, 0, 0, 0, Double.NaN, 0}), preprocessing));
        assertEquals("[1, 1]", nan.where().place());
    }

    @Test
    void picturesAreReadFromArraysAndTables() throws IOException {
        DataSpec spec = DataSpec.of(new DataSource.Builtin("digits")).withScaling(Scaling.RESCALE);
        LoadedData digits = DataLoader.load(spec, dir);
        double[] raw = new double[2 * 64];
        digits.raw().features(new int[] {3, 4}, 0, 2, raw, 0);
        double[] expected = new double[2 * 64];
        digits.prepared().features(new int[] {3, 4}, 0, 2, expected, 0);
        for (int[] shape : new int[][] {{2, 64}, {2, 1, 8, 8}}) {
            assertArrayEquals(expected, load(new NumericArray(shape, raw.clone()), digits.preprocessing()));
        }
        NumericArray single = new NumericArray(new int[] {1, 8, 8}, Arrays.copyOf(raw, 64));
        assertArrayEquals(Arrays.copyOf(expected, 64), load(single, digits.preprocessing()));
        Refused.by(() -> load(new NumericArray(new int[] {2, 8, 8}, raw.clone()), digits.preprocessing()));
        StringBuilder pixels = new StringBuilder();
        StringBuilder labelled = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            String row = Arrays.toString(Arrays.copyOfRange(raw, i * 64, i * 64 + 64))
                    .replaceAll("[\\[\\] ]", "");
            pixels.append(row).append('\n');
            labelled.append(row).append(",").append(i).append('\n');
        }
        assertArrayEquals(expected, load(pixels.toString(), digits.preprocessing()));
        assertArrayEquals(expected, load(labelled.toString(), digits.preprocessing()));
        Path path = Files.writeString(dir.resolve("one.csv"), pixels);
        assertEquals(
                Shape.of(1, 8, 8),
                InputLoader.load(path, CsvFormat.AUTO, digits.preprocessing()).sampleShape());
    }
}
