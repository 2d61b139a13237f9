package io.netwright.data.builtin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against what is published about the data sets (scikit-learn's descriptions, UCI).
class BuiltinsTest {

    @Test
    void irisIsFishersIris() {
        DataSet iris = Builtins.get("iris").load();
        assertEquals(150, iris.size());
        assertEquals(Shape.of(4), iris.sampleShape());
        assertEquals(
                List.of("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"),
                iris.featureNames());
        Target.Classes species = (Target.Classes) iris.target();
        assertEquals(List.of("setosa", "versicolor", "virginica"), species.classNames());
        assertArrayEquals(new int[] {50, 50, 50}, species.counts(iris.indices()));
        double[][] published = {{5.8433, 4.3, 7.9}, {3.0573, 2.0, 4.4}, {3.758, 1.0, 6.9}, {1.1993, 0.1, 2.5}};
        for (int f = 0; f < 4; f++) {
            int feature = f;
            var stats = IntStream.range(0, 150)
                    .mapToDouble(i -> iris.feature(i, feature))
                    .summaryStatistics();
            assertEquals(published[f][0], stats.getAverage(), 5e-5);
            assertEquals(published[f][1], stats.getMin());
            assertEquals(published[f][2], stats.getMax());
        }
        double[] corrected = new double[4];
        iris.features(34, corrected, 0);
        assertArrayEquals(new double[] {4.9, 3.1, 1.5, 0.2}, corrected, "the 35th sample is as Fisher printed it");
    }

    @Test
    void digitsAreUcisTestDigits() {
        DataSet digits = Builtins.get("digits").load();
        assertEquals(1797, digits.size());
        assertEquals(Shape.of(1, 8, 8), digits.sampleShape());
        assertEquals(DataSet.Kind.IMAGES, digits.kind());
        Target.Classes target = (Target.Classes) digits.target();
        assertArrayEquals(
                new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, target.counts(digits.indices()));
        double[] first = new double[64];
        digits.features(0, first, 0);
        assertArrayEquals(
                new double[] {0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0},
                java.util.Arrays.copyOf(first, 16),
                "the zero that scikit-learn's documentation prints");
        double min = 16;
        double max = 0;
        double sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            for (int p = 0; p < 64; p++) {
                double v = digits.feature(i, p);
                min = Math.min(min, v);
                max = Math.max(max, v);
                sum += v;
            }
        }
        assertEquals(0, min);
        assertEquals(16, max);
        assertEquals(4.884165, sum / (1797 * 64), 5e-7);
    }

    @Test
    void whatIsSaidWithoutReadingIsTrue() {
        for (BuiltinDataSet builtin : Builtins.all()) {
            assertEquals(builtin.size(), builtin.load().size());
            assertEquals(builtin.id(), builtin.load().name());
            assertTrue(builtin.citation().contains("https://doi.org/"));
            assertEquals("CC BY 4.0", builtin.licence());
        }
    }
}
