package io.netwright.data.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataReport;
import io.netwright.data.DataSet;
import io.netwright.data.DataSource;
import io.netwright.data.DataSource.Inline;
import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.Refused;
import io.netwright.data.Scaling;
import io.netwright.data.Target;
import io.netwright.network.PropValue;
import io.netwright.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataLoaderTest {

    private static LoadedData load(DataSource source) {
        return DataLoader.load(DataSpec.of(source), Path.of("."));
    }

    @Test
    void theWorkedExampleIsReadAsItStands() {
        LoadedData data =
                load(new Inline(List.of(List.of(1.0, 2.0, 3.0)), List.of(List.of(0.0, 1.0, 0.0)), InlineTarget.VALUES));
        assertEquals(1, data.split().size(Part.TRAIN));
        assertSame(data.raw(), data.prepared());
        assertEquals(List.of("x1", "x2", "x3"), data.raw().featureNames());
        assertEquals(
                new Target.Values(new double[] {0, 1, 0}, 3, List.of("y1", "y2", "y3")),
                data.raw().target());
        double[] x = new double[3];
        data.prepared().features(0, x, 0);
        assertArrayEquals(new double[] {1, 2, 3}, x);
    }

    @Test
    void inlineTargetsMayBeProbabilitiesOrClasses() {
        List<List<Double>> x = List.of(List.of(1.0), List.of(2.0));
        assertEquals(
                new Target.Probabilities(new double[] {0, 1, 0.25, 0.75}, List.of("0", "1")),
                load(new Inline(x, List.of(List.of(0.0, 1.0), List.of(0.25, 0.75)), InlineTarget.PROBABILITIES))
                        .raw()
                        .target());
        Inline classes = new Inline(
                x, List.of(List.of(0.0), List.of(1.0)), InlineTarget.CLASSES, List.of("t"), List.of("a", "b", "c"));
        assertEquals(
                new Target.Classes(new int[] {0, 1}, List.of("a", "b", "c")),
                load(classes).raw().target());
        assertEquals(List.of("t"), load(classes).raw().featureNames());
        assertEquals(
                new DataReport.ClassCount("c", 0, 0, 0),
                load(classes).report().classes().getLast());
    }

    @Test
    void inlineNumbersThatMakeNoSenseAreRefusedWithTheirPlace() {
        List<Double> one = List.of(1.0);
        refused("data.source.x", List.of(), List.of(), InlineTarget.VALUES);
        refused("data.source.x", List.of(List.of()), List.of(one), InlineTarget.VALUES);
        refused("data.source.y", List.of(one, one), List.of(one), InlineTarget.VALUES);
        refused("data.source.x[1]", List.of(one, List.of(1.0, 2.0)), List.of(one, one), InlineTarget.VALUES);
        refused("data.source.x[0][0]", List.of(List.of(Double.NaN)), List.of(one), InlineTarget.VALUES);
        refused("data.source.y[0][0]", List.of(one), List.of(List.of(Double.POSITIVE_INFINITY)), InlineTarget.VALUES);
        refused("data.source.y[0][1]", List.of(one), List.of(List.of(1.5, -0.5)), InlineTarget.PROBABILITIES);
        refused("data.source.y[0]", List.of(one), List.of(List.of(0.5, 0.4)), InlineTarget.PROBABILITIES);
        refused("data.source.y[0]", List.of(one), List.of(List.of(0.0, 1.0)), InlineTarget.CLASSES);
        refused("data.source.y[0][0]", List.of(one), List.of(List.of(0.5)), InlineTarget.CLASSES);
        refused("data.source.y[0][0]", List.of(one), List.of(List.of(-1.0)), InlineTarget.CLASSES);
        refused("data.source.y[0][0]", List.of(one), List.of(List.of(1e12)), InlineTarget.CLASSES);
        Inline names = new Inline(List.of(one), List.of(one), InlineTarget.VALUES, List.of("a", "b"), List.of());
        assertEquals(
                "data.source.featureNames",
                Refused.by(() -> load(names)).where().place());
    }

    private static void refused(String place, List<List<Double>> x, List<List<Double>> y, InlineTarget as) {
        assertEquals(place, Refused.by(() -> load(new Inline(x, y, as))).where().place());
    }

    @Test
    void irisIsStandardisedAndDividedByDefault() {
        LoadedData data = load(new DataSource.Builtin("iris"));
        assertEquals(105, data.split().size(Part.TRAIN));
        assertEquals(3, data.report().classes().size());
        for (DataReport.ClassCount c : data.report().classes()) {
            assertEquals(35, c.train());
            assertEquals(50, c.total());
        }
        assertEquals(5, data.preprocessing().sourceColumns());
        int[] train = data.split().of(Part.TRAIN);
        double sum = 0;
        for (int sample : train) {
            sum += data.prepared().feature(sample, 2);
        }
        assertEquals(0, sum / train.length, 1e-12);
    }

    @Test
    void digitsAreRescaledToOne() {
        LoadedData data = DataLoader.load(
                DataSpec.of(new DataSource.Builtin("digits")).withScaling(Scaling.RESCALE), Path.of("."));
        assertEquals(Shape.of(1, 8, 8), data.prepared().sampleShape());
        assertEquals(DataSet.Kind.IMAGES, data.prepared().kind());
        assertEquals(List.of(), data.report().columns());
        float[] all = new float[data.raw().size() * 64];
        data.prepared().features(data.raw().indices(), 0, data.raw().size(), all, 0);
        float max = 0;
        for (float v : all) {
            max = Math.max(max, v);
            assertTrue(v >= 0 && v <= 1 && v * 16 == Math.rint(v * 16));
        }
        assertEquals(1f, max);
    }

    @Test
    void generatedPointsAreNotScaledByDefault() {
        LoadedData data = load(new DataSource.Generated("moons").with("points", PropValue.of(50)));
        assertSame(data.raw(), data.prepared());
        assertEquals(DataSet.Kind.POINTS, data.raw().kind());
        assertEquals(50, data.report().rowsUsed());
        assertEquals(List.of(), data.report().notes());
    }

    @ParameterizedTest
    @CsvSource({"iris2, builtin", "Iris, builtin", "xor2, generator", "'', generator"})
    void sourcesThatAreNotThereAreRefused(String id, String kind) {
        DataSource source = kind.equals("builtin") ? new DataSource.Builtin(id) : new DataSource.Generated(id);
        var refusal = Refused.by(() -> load(source));
        assertEquals("data.source." + kind, refusal.where().place());
    }
}
