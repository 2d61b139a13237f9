package io.netwright.data.generator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.Parameter;
import io.netwright.data.Refused;
import io.netwright.data.Target;
import io.netwright.network.PropValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class GeneratorsTest {

    static final List<String> ids = Generators.all().stream().map(Generator::id).toList();

    private static DataSet generate(String id, Object... arguments) {
        DataSource.Generated source = new DataSource.Generated(id);
        for (int i = 0; i < arguments.length; i += 2) {
            PropValue value = arguments[i + 1] instanceof Integer n
                    ? PropValue.of(n.longValue())
                    : PropValue.of((double) arguments[i + 1]);
            source = source.with((String) arguments[i], value);
        }
        return Generators.generate(source);
    }

    private static double[] point(DataSet data, int i) {
        double[] point = new double[2];
        data.features(i, point, 0);
        return point;
    }

    private static double[] all(DataSet data) {
        double[] values = new double[data.size() * 2];
        data.features(data.indices(), 0, data.size(), values, 0);
        return values;
    }

    private static int[] labels(DataSet data) {
        return ((Target.Classes) data.target()).labels();
    }

    @Test
    void allThatWereAskedForAreThere() {
        assertEquals(List.of("xor", "spirals", "circles", "moons", "blobs", "regression-plane"), ids);
    }

    @ParameterizedTest
    @FieldSource("ids")
    void defaultsAreWithinTheirOwnLimits(String id) {
        var keys = new LinkedHashSet<String>();
        for (Parameter parameter : Generators.get(id).parameters()) {
            assertTrue(keys.add(parameter.key()), "twice: " + parameter.key());
            switch (parameter) {
                case Parameter.Whole w -> assertEquals(w.fallback(), w.decode(w.defaultValue()));
                case Parameter.Real r -> assertEquals(r.fallback(), r.decode(r.defaultValue()));
            }
        }
        assertTrue(keys.containsAll(List.of("points", "noise", "seed")));
    }

    @ParameterizedTest
    @FieldSource("ids")
    void theSameNumbersGiveTheSamePoints(String id) {
        assertArrayEquals(all(generate(id)), all(generate(id)));
        assertEquals(generate(id).target(), generate(id).target());
        assertFalse(Arrays.equals(all(generate(id, "noise", 0.5)), all(generate(id, "noise", 0.5, "seed", 2))));
    }

    @ParameterizedTest
    @FieldSource("ids")
    void extremesOfEveryParameterWork(String id) {
        for (Parameter parameter : Generators.get(id).parameters()) {
            for (boolean max : new boolean[] {false, true}) {
                PropValue value =
                        switch (parameter) {
                            case Parameter.Whole w -> PropValue.of(max ? w.max() : w.min());
                            case Parameter.Real r -> PropValue.of(max ? r.max() : r.min());
                        };
                DataSet data = Generators.generate(new DataSource.Generated(id).with(parameter.key(), value));
                if (parameter.key().equals("points")) {
                    assertEquals(value, PropValue.of((long) data.size()));
                }
                assertTrue(Arrays.stream(all(data)).allMatch(Double::isFinite));
            }
        }
    }

    @Test
    void classesShareThePointsEvenly() {
        int[] counts = ((Target.Classes)
                        generate("blobs", "points", 11, "classes", 3).target())
                .counts(IntStream.range(0, 11).toArray());
        assertArrayEquals(new int[] {4, 4, 3}, counts);
    }

    /// Expected from an independent program in Python that follows the stream and the formula.
    @Test
    void xorIsAsTheFormulaSays() {
        DataSet data = generate("xor", "points", 300, "noise", 0.0);
        assertArrayEquals(new double[] {-1.6181048434833054, 4.735642308648544}, point(data, 0), 1e-15);
        assertArrayEquals(new double[] {-3.108848698685813, 3.043991716672016}, point(data, 1), 1e-15);
        for (int i = 0; i < data.size(); i++) {
            double[] p = point(data, i);
            assertEquals(p[0] * p[1] < 0 ? 1 : 0, labels(data)[i]);
            assertTrue(Math.abs(p[0]) >= 0.3 && Math.abs(p[1]) >= 0.3);
        }
        int[] noisy = labels(generate("xor", "points", 300, "noise", 0.5));
        assertFalse(Arrays.equals(labels(data), noisy), "noise makes wrong labels");
    }

    @Test
    void spiralsAreAsTheFormulaSays() {
        DataSet data = generate("spirals", "points", 200, "noise", 0.0);
        double t = 1.75 * 37 / 100 * 2 * Math.PI;
        assertArrayEquals(new double[] {1.85 * Math.sin(t), 1.85 * Math.cos(t)}, point(data, 37), 1e-12);
        assertArrayEquals(
                new double[] {1.85 * Math.sin(t + Math.PI), 1.85 * Math.cos(t + Math.PI)}, point(data, 137), 1e-12);
        assertEquals(0, labels(data)[99]);
        assertEquals(1, labels(data)[100]);
        DataSet noisy = generate("spirals", "points", 200, "noise", 0.25);
        double[] a = all(data);
        double[] b = all(noisy);
        double most = IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
        assertTrue(most <= 0.25 && most > 0.2, "" + most);
    }

    /// As NumPy computes it: `np.linspace(0, 2 * np.pi, n, endpoint=False)`.
    @Test
    void circlesAreAsTheFormulaSays() {
        DataSet data = generate("circles", "points", 9, "noise", 0.0, "factor", 0.5);
        assertArrayEquals(new double[] {1, 0}, point(data, 0), 1e-15);
        assertArrayEquals(new double[] {0, 1}, point(data, 1), 1e-15);
        assertArrayEquals(new double[] {0.15450849718747373, 0.47552825814757677}, point(data, 5), 1e-15);
        assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1}, labels(data));
    }

    /// As NumPy computes it: `np.linspace(0, np.pi, n)`.
    @Test
    void moonsAreAsTheFormulaSays() {
        DataSet data = generate("moons", "points", 10, "noise", 0.0);
        assertArrayEquals(new double[] {1, 0}, point(data, 0), 1e-15);
        assertArrayEquals(new double[] {0.7071067811865476, 0.7071067811865475}, point(data, 1), 1e-15);
        assertArrayEquals(new double[] {-1, 0}, point(data, 4), 1e-15);
        assertArrayEquals(new double[] {0, 0.5}, point(data, 5), 1e-15);
        assertArrayEquals(new double[] {1, -0.5}, point(data, 7), 1e-15);
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, labels(data));
    }

    @Test
    void blobsLieAroundTheirCentres() {
        DataSet data = generate("blobs", "points", 30_000, "classes", 3, "noise", 0.5);
        for (int k = 0; k < 3; k++) {
            double centre1 = 4 * Math.cos(2 * Math.PI * k / 3);
            double sum = 0;
            double squares = 0;
            for (int i = 10_000 * k; i < 10_000 * (k + 1); i++) {
                double d = data.feature(i, 0) - centre1;
                sum += d;
                squares += d * d;
            }
            assertEquals(0, sum / 10_000, 0.02);
            assertEquals(0.25, squares / 10_000, 0.01);
        }
    }

    @Test
    void thePlaneIsATenthOfTheSum() {
        DataSet data = generate("regression-plane", "noise", 0.0);
        double[] y = new double[1];
        for (int i = 0; i < data.size(); i++) {
            data.target(i, y, 0);
            assertEquals((data.feature(i, 0) + data.feature(i, 1)) / 10, y[0]);
        }
        Target.Values noisy = (Target.Values)
                generate("regression-plane", "points", 20_000, "noise", 0.3).target();
        DataSet points = generate("regression-plane", "points", 20_000, "noise", 0.3);
        double squares = 0;
        for (int i = 0; i < points.size(); i++) {
            double d = noisy.values()[i] - (points.feature(i, 0) + points.feature(i, 1)) / 10;
            squares += d * d;
        }
        assertEquals(0.09, squares / points.size(), 0.003);
    }

    @ParameterizedTest
    @CsvSource({"points, 3", "points, 1000000", "seed, -1", "classes, 1", "noise, -0.1", "noise, NaN", "points, 10.5"})
    void argumentsOutOfRangeAreRefusedWithTheirPlace(String key, double value) {
        PropValue raw = value == Math.rint(value) ? PropValue.of((long) value) : PropValue.of(value);
        var refusal = Refused.by(() -> Generators.generate(new DataSource.Generated("spirals").with(key, raw)));
        assertEquals("data.source." + key, refusal.where().place());
    }

    @Test
    void whatIsNoNumberOrNoParameterIsRefused() {
        for (PropValue value : List.of(
                PropValue.of("many"), PropValue.of(true), PropValue.ints(1), PropValue.fields(java.util.Map.of()))) {
            Refused.by(() -> Generators.generate(new DataSource.Generated("moons").with("points", value)));
            Refused.by(() -> Generators.generate(new DataSource.Generated("moons").with("noise", value)));
        }
        var refusal = Refused.by(
                () -> Generators.generate(new DataSource.Generated("moons").with("classes", PropValue.of(3))));
        assertEquals("data.source.classes", refusal.where().place());
        assertTrue(Refused.text(refusal).contains("points, noise, seed"));
    }

    @Test
    void wholeNumbersMayBeWrittenAsReal() {
        assertEquals(40, generate("moons", "points", 40.0).size());
        assertArrayEquals(all(generate("moons", "noise", 0)), all(generate("moons", "noise", 0.0)));
    }
}
