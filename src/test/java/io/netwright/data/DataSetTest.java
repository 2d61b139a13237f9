package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netwright.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {

    private static final Target.Values SUMS = new Target.Values(new double[] {3, 7, 11}, 1, List.of("sum"));

    private static DataSet table() {
        return DataSet.table("t", List.of("a", "b"), new double[] {1, 2, 3, 4, 5, 0.1}, SUMS);
    }

    @Test
    void copiesOneSample() {
        double[] into = {9, 9, 9, 9};
        table().features(1, into, 1);
        assertArrayEquals(new double[] {9, 3, 4, 9}, into);
        table().target(2, into, 0);
        assertEquals(11, into[0]);
        assertEquals(0.1, table().feature(2, 1));
    }

    @Test
    void copiesManySamplesInBothPrecisions() {
        int[] samples = {7, 2, 0, 2};
        double[] wide = new double[7];
        table().features(samples, 1, 4, wide, 1);
        assertArrayEquals(new double[] {0, 5, 0.1, 1, 2, 5, 0.1}, wide);
        float[] narrow = new float[6];
        table().features(samples, 1, 4, narrow, 0);
        assertArrayEquals(new float[] {5, 0.1f, 1, 2, 5, 0.1f}, narrow);
        float[] targets = new float[4];
        table().targets(samples, 1, 4, targets, 1);
        assertArrayEquals(new float[] {0, 11, 3, 11}, targets);
        double[] wideTargets = new double[3];
        table().targets(samples, 1, 4, wideTargets, 0);
        assertArrayEquals(new double[] {11, 3, 11}, wideTargets);
    }

    @Test
    void picturesKeepUnsignedBytes() {
        byte[] pixels = {0, (byte) 255, 16, 1};
        Target.Classes target = new Target.Classes(new int[] {1, 0}, List.of("no", "yes"));
        DataSet data = DataSet.images("p", Shape.of(1, 1, 2), pixels, new DataSet.Range(0, 255), target);
        assertEquals(2, data.size());
        double[] wide = new double[2];
        data.features(0, wide, 0);
        assertArrayEquals(new double[] {0, 255}, wide);
        float[] narrow = new float[4];
        data.features(new int[] {1, 0}, 0, 2, narrow, 0);
        assertArrayEquals(new float[] {16, 1, 0, 255}, narrow);
        assertEquals(255, data.feature(0, 1));
        data.target(0, wide, 1);
        assertEquals(1, wide[1]);
        assertEquals(Shape.SCALAR, data.targetShape());
        float[] label = new float[1];
        data.targets(new int[] {0}, 0, 1, label, 0);
        assertEquals(1f, label[0]);
    }

    @Test
    void targetsSayTheirShape() {
        assertEquals(Shape.of(1), table().targetShape());
        var probabilities = new Target.Probabilities(new double[] {0, 1, 0, 0.5, 0, 0.5}, List.of("a", "b", "c"));
        assertEquals(Shape.of(3), probabilities.shape());
        assertEquals(2, probabilities.size());
        double[] row = new double[3];
        probabilities.copy(1, row, 0);
        assertArrayEquals(new double[] {0.5, 0, 0.5}, row);
        float[] narrow = new float[3];
        probabilities.copy(0, narrow, 0);
        assertArrayEquals(new float[] {0, 1, 0}, narrow);
        assertEquals(0, new Target.None().width());
        assertThrows(IllegalStateException.class, new Target.None()::shape);
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DataSet.table("t", List.of("a"), new double[2], SUMS));
        assertThrows(IllegalArgumentException.class, () -> DataSet.table("t", List.of("a", "b"), new double[3], SUMS));
        assertThrows(IllegalArgumentException.class, () -> DataSet.points("t", List.of("a"), new double[3], SUMS));
        assertThrows(IllegalArgumentException.class, () -> new Target.Classes(new int[] {0, 2}, List.of("a", "b")));
        assertThrows(IllegalArgumentException.class, () -> new Target.Values(new double[3], 2, List.of("a", "b")));
    }

    @Test
    void descriptionsCompareByValue() {
        DataSource.Csv csv = new DataSource.Csv("a.csv").withMissing(MissingRule.IMPUTE);
        DataSpec one = DataSpec.of(csv).withScaling(Scaling.RESCALE);
        DataSpec two = DataSpec.of(new DataSource.Csv("a.csv").withMissing(MissingRule.IMPUTE))
                .withScaling(Scaling.RESCALE);
        assertEquals(one, two);
        assertEquals(
                SplitSpec.ALL_TRAIN,
                DataSpec.of(new DataSource.Inline(List.of(), List.of(), DataSource.InlineTarget.VALUES))
                        .split());
    }
}
