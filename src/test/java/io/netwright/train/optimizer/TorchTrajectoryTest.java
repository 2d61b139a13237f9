package io.netwright.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.netwright.network.PropValue;
import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.UserException.Where;
import io.netwright.train.Reference;
import io.netwright.train.TrainingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each optimizer on `f(x) = sum a_i (x_i - c_i)^2 / 2` against PyTorch's numbers; see
/// `tools/reference/torch_reference.py`.
class TorchTrajectoryTest {

    private static final JsonNode FILE = Reference.read("optimizers.json");
    private static final double[] A = Reference.numbers(FILE.get("a"));
    private static final double[] C = Reference.numbers(FILE.get("c"));
    private static final double[] START = Reference.numbers(FILE.get("start"));

    /// What PyTorch does not have; [TrajectoryTest] holds them to their papers.
    private static final Set<String> NOT_IN_TORCH = Set.of("Lion", "LevenbergMarquardt");

    record Case(String name, UpdateSpec spec, JsonNode steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return StreamSupport.stream(FILE.get("cases").spliterator(), false)
                .map(n -> new Case(n.get("name").asText(), spec(n), n.get("steps")));
    }

    private static UpdateSpec spec(JsonNode node) {
        var fields = new LinkedHashMap<String, PropValue>();
        node.properties().forEach(f -> {
            if (!Set.of("name", "steps").contains(f.getKey())) {
                fields.put(f.getKey(), Reference.raw(f.getValue()));
            }
        });
        return TrainingSpec.decode(PropValue.fields(fields), new Where("optimizers.json", ""))
                .update();
    }

    static Stream<Case> searches() {
        return StreamSupport.stream(FILE.get("searches").spliterator(), false)
                .map(n -> new Case(n.get("name").asText(), spec(n), n.get("steps")));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void searchesWhereTorchSearches(Case c) {
        Parameters parameters = Quadratic.parameters(START, Precision.FLOAT64);
        OptimizerState state = new OptimizerState(c.spec(), parameters);
        Quadratic.Batch batch = new Quadratic.Batch(A, C, parameters.trainable().get(Quadratic.NAME));
        for (int t = 1; t <= 40; t++) {
            state.search(batch.run(), batch);
            state.step(Map.of(Quadratic.NAME, batch.gradient(0)));
            JsonNode expected = c.steps().get(Integer.toString(t));
            if (expected != null) {
                assertArrayEquals(Reference.numbers(expected), batch.x().toArray(), 1e-9, "step " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesWhereTorchGoes(Case c) {
        assertGoes(c, Precision.FLOAT64, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesThereInFloat32(Case c) {
        assertGoes(c, Precision.FLOAT32, 2e-4);
    }

    @Test
    void leavesNoOptimizerOut() {
        var covered = new TreeSet<>(NOT_IN_TORCH);
        cases().forEach(c -> covered.add(c.spec().optimizer().type()));
        searches().forEach(c -> covered.add(c.spec().optimizer().type()));
        assertEquals(new TreeSet<>(OptimizerRegistry.STANDARD.types()), covered);
    }

    private static void assertGoes(Case c, Precision precision, double tolerance) {
        Parameters parameters = Quadratic.parameters(START, precision);
        OptimizerState state = new OptimizerState(c.spec(), parameters);
        Tensor w = parameters.trainable().get(Quadratic.NAME);
        List<String> checked = Stream.of(c.steps().fieldNames())
                .flatMap(names -> StreamSupport.stream(((Iterable<String>) () -> names).spliterator(), false))
                .toList();
        assertTrue(checked.contains("40"), checked::toString);
        for (int t = 1; t <= 40; t++) {
            Tensor g = Quadratic.gradient(A, C, w);
            double[] told = new double[A.length];
            state.foresee(Map.of(Quadratic.NAME, g));
            for (int i = 0; i < told.length; i++) {
                told[i] = state.explain(Quadratic.NAME, g, i).result();
            }
            state.step(Map.of(Quadratic.NAME, g));
            if (precision == Precision.FLOAT64) {
                assertArrayEquals(told, w.toArray(), 0.0, "what step " + t + " was said to do");
            }
            if (checked.contains(Integer.toString(t))) {
                double[] expected = Reference.numbers(c.steps().get(Integer.toString(t)));
                assertArrayEquals(expected, w.toArray(), tolerance, "step " + t);
            }
        }
    }
}
