package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScalerTest {

    private static DataSet table(int width, double... values) {
        List<String> names = IntStream.range(0, width).mapToObj(i -> "f" + i).toList();
        return DataSet.table("t", names, values, new Target.None());
    }

    private static double[] all(DataSet data) {
        double[] values = new double[data.size() * data.width()];
        data.features(data.indices(), 0, data.size(), values, 0);
        return values;
    }

    @Test
    void measuresMeanAndPopulationDeviationOfTheTrainingPartAlone() {
        DataSet data = table(2, 1, 10, 3, 30, 1000, -1000);
        Scaler scaler = Scaler.fit(data, new int[] {0, 1}, Scaling.STANDARDISE);
        assertArrayEquals(new double[] {2, 20}, scaler.shift());
        assertArrayEquals(new double[] {1, 10}, scaler.scale());
        assertArrayEquals(new double[] {-1, -1, 1, 1, 998, -102}, all(scaler.apply(data)));
    }

    @Test
    void aConstantColumnIsShiftedAndKeepsScaleOne() {
        double[] tenths = DoubleStream.generate(() -> 0.1).limit(1000).toArray();
        Scaler scaler = Scaler.fit(table(1, tenths), IntStream.range(0, 1000).toArray(), Scaling.STANDARDISE);
        assertArrayEquals(new double[] {0.1}, scaler.shift());
        assertArrayEquals(new double[] {1}, scaler.scale());
        assertTrue(Arrays.stream(all(scaler.apply(table(1, tenths)))).allMatch(v -> v == 0));
        Scaler range = Scaler.fit(table(1, 3, 3), new int[] {0, 1}, Scaling.RESCALE);
        assertArrayEquals(new double[] {1}, range.scale());
    }

    @Test
    void extremeNumbersStillGiveMeanZeroAndDeviationOne() {
        for (double unit : new double[] {1e-300, 1e-160, 1, 1e160, 1e300}) {
            DataSet data = table(1, 1 * unit, 2 * unit, 6 * unit);
            double[] scaled =
                    all(Scaler.fit(data, data.indices(), Scaling.STANDARDISE).apply(data));
            assertEquals(0, Arrays.stream(scaled).sum(), 1e-14);
            assertEquals(3, Arrays.stream(scaled).map(v -> v * v).sum(), 1e-13);
        }
    }

    @Test
    void rescalesByLeastAndGreatestOfTheTrainingPart() {
        DataSet data = table(2, 1, -5, 3, 5, 5, 0);
        double[] scaled =
                all(Scaler.fit(data, new int[] {0, 1}, Scaling.RESCALE).apply(data));
        assertArrayEquals(new double[] {0, 0, 1, 1, 2, 0.5}, scaled);
    }

    @Test
    void picturesAreRescaledByTheirNaturalRange() {
        DataSet data = pictures();
        Scaler scaler = Scaler.fit(data, new int[] {0}, Scaling.RESCALE);
        assertEquals(new Scaler(new double[] {0}, new double[] {16}, 8), scaler);
        assertArrayEquals(
                new double[] {0, 0.0625, 0.125, 0.1875, 0.5, 0.5, 0.5, 0.5}, Arrays.copyOf(all(scaler.apply(data)), 8));
    }

    @Test
    void picturesAreStandardisedByChannel() {
        DataSet data = pictures();
        Scaler scaler = Scaler.fit(data, new int[] {0}, Scaling.STANDARDISE);
        assertEquals(4, scaler.run());
        assertArrayEquals(new double[] {1.5, 8}, scaler.shift());
        assertArrayEquals(new double[] {Math.sqrt(1.25), 1}, scaler.scale());
        double[] scaled = all(scaler.apply(data));
        assertEquals(-1.5 / Math.sqrt(1.25), scaled[0], 1e-15);
        assertEquals(0, scaled[4]);
    }

    private static DataSet pictures() {
        byte[] pixels = {0, 1, 2, 3, 8, 8, 8, 8, 16, 16, 16, 16, 16, 16, 16, 16};
        return DataSet.images("p", Shape.of(2, 2, 2), pixels, new DataSet.Range(0, 16), new Target.None());
    }

    @Test
    void nothingIsDoneWhereNothingIsAskedOrNothingIsTrainedOn() {
        DataSet data = table(2, 1, 2, 3, 4);
        assertSame(data, Scaler.fit(data, new int[] {0, 1}, Scaling.NONE).apply(data));
        assertTrue(Scaler.fit(data, new int[0], Scaling.STANDARDISE).isIdentity());
    }

    @Test
    void aScaleOfZeroCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> new Scaler(new double[] {0}, new double[] {0}, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scaler(new double[] {0}, new double[] {1, 2}, 1));
    }

    @Property(tries = 300)
    void canBeUndone(
            @ForAll @Size(min = 6, max = 6) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll Scaling scaling) {
        double[] original = values.stream().mapToDouble(v -> v).toArray();
        DataSet data = table(2, original.clone());
        Scaler scaler = Scaler.fit(data, new int[] {0, 2}, scaling);
        double[] there = original.clone();
        scaler.apply(there);
        assertArrayEquals(there, all(scaler.apply(data)), "in place and as a data set");
        double[][] expanded = scaler.expanded();
        for (int i = 0; i < there.length; i++) {
            assertEquals(there[i], (original[i] - expanded[0][i % 2]) / expanded[1][i % 2]);
        }
        scaler.invert(there);
        for (int i = 0; i < there.length; i++) {
            assertEquals(original[i], there[i], 1e-8 * Math.max(1, Math.abs(original[i])));
        }
    }
}
