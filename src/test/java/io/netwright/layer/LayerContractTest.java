package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler.Mode;
import io.netwright.network.PropValue;
import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every layer and loss of the registry. A layer added to the registry is tested here without further
/// code.
class LayerContractTest {

    static List<Bench> benches() {
        return Bench.all();
    }

    static Stream<Layer> layers() {
        return LayerRegistry.STANDARD.all().stream();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void itsDeclarationIsSound(Layer layer) {
        LayerInfo info = layer.info();
        assertTrue(info.type().matches("[A-Z][A-Za-z0-9]*"), "type " + info.type());
        assertTrue(info.stem().matches("[a-z]+"), "stem " + info.stem());
        assertTrue(!info.formula().isBlank());
        info.aliases().forEach(a -> assertEquals(a.toLowerCase(java.util.Locale.ROOT), a));
        assertEquals(
                info.props().size(),
                info.props().stream().map(Prop::key).distinct().count(),
                "keys of properties differ");
        info.props().forEach(LayerContractTest::assertPropIsSound);
    }

    private static <T> void assertPropIsSound(Prop<T> prop) {
        assertEquals(prop.defaultValue(), prop.decode(prop.encode(prop.defaultValue())), prop.key());
        assertThrows(
                Prop.PropException.class, () -> prop.decode(new PropValue.Fields(new java.util.LinkedHashMap<>())));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void inferredShapesAreTheOnesThatRun(Bench bench) {
        for (Mode mode : Mode.values()) {
            Compilation compiled = bench.compile(mode);
            assertEquals(
                    List.of(),
                    compiled.diagnostics().stream().filter(d -> d.isError()).toList());
            Executor run = bench.executor(Precision.FLOAT64, mode);
            run.run(Bench.RUN);
            for (Instruction i : run.program().instructions()) {
                assertArrayEquals(
                        i.output().shape().at(bench.batch()),
                        run.tensor(i.output()).dims());
                assertTrue(isFinite(run.tensor(i.output())), i + " is not finite");
            }
        }
    }

    private static boolean isFinite(Tensor t) {
        return java.util.Arrays.stream(t.toArray()).allMatch(Double::isFinite);
    }

    /// The explanation of any element of any op, forwards and backwards, evaluates to what the engine computed.
    @ParameterizedTest
    @MethodSource("benches")
    void everyOpExplainsItsNumbers(Bench bench) {
        Random random = new Random(1);
        for (Mode mode : Mode.values()) {
            Executor run = bench.executor(Precision.FLOAT64, mode);
            run.run(Bench.RUN);
            for (Instruction i : run.program().instructions()) {
                Operands o = run.operands(i, Bench.RUN);
                for (int k = 0; k < 12; k++) {
                    int flat = random.nextInt(o.out().size());
                    Expr explanation = i.op().explain(o, o.out().index(flat));
                    double scale = Math.max(1e-3, Math.abs(o.out().get(flat)));
                    assertEquals(o.out().get(flat), explanation.value(), 1e-9 * scale, i.toString());
                }
            }
        }
    }

    /// The analytic gradient of every parameter equals the central difference of the loss.
    @ParameterizedTest
    @MethodSource("benches")
    void gradientsEqualCentralDifferences(Bench bench) {
        Executor run = bench.executor(Precision.FLOAT64, Mode.TRAINING);
        run.run(Bench.RUN);
        double[][] analytic = run.program().parameters().stream()
                .map(p -> run.tensor(run.program().gradient(p.value()).orElseThrow())
                        .toArray())
                .toArray(double[][]::new);
        Random random = new Random(2);
        for (int p = 0; p < analytic.length; p++) {
            Program.Parameter parameter = run.program().parameters().get(p);
            Tensor t = run.tensor(parameter.value());
            for (int k = 0; k < 8; k++) {
                int i = random.nextInt(t.size());
                double numeric = difference(run, t, i, 1e-5);
                if (isKink(run, t, i)) {
                    continue;
                }
                double scale = Math.max(Math.abs(numeric) + Math.abs(analytic[p][i]), 1e-4);
                assertEquals(numeric, analytic[p][i], 1e-6 * scale, parameter.name() + "[" + i + "]");
            }
        }
    }

    /// A five-point difference, exact to the fourth order.
    private static double difference(Executor run, Tensor t, int i, double h) {
        return (8 * (lossAt(run, t, i, h) - lossAt(run, t, i, -h))
                        - (lossAt(run, t, i, 2 * h) - lossAt(run, t, i, -2 * h)))
                / (12 * h);
    }

    /// Where the two one-sided slopes differ, the loss has a kink and no derivative.
    private static boolean isKink(Executor run, Tensor t, int i) {
        double h = 2e-5;
        double at = lossAt(run, t, i, 0);
        double left = (at - lossAt(run, t, i, -h)) / h;
        double right = (lossAt(run, t, i, h) - at) / h;
        return Math.abs(left - right) > 1e-3 * Math.max(1e-3, Math.abs(left) + Math.abs(right));
    }

    private static double lossAt(Executor run, Tensor t, int i, double shift) {
        double before = t.get(i);
        t.set(i, before + shift);
        run.run(Bench.RUN);
        t.set(i, before);
        return run.loss();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void singleAndDoublePrecisionAgree(Bench bench) {
        Executor doubles = bench.executor(Precision.FLOAT64, Mode.TRAINING);
        Executor floats = bench.executor(Precision.FLOAT32, Mode.TRAINING);
        doubles.run(Bench.RUN);
        floats.run(Bench.RUN);
        assertEquals(doubles.loss(), floats.loss(), 1e-5 * Math.max(1, Math.abs(doubles.loss())));
        for (Program.Parameter p : doubles.program().parameters()) {
            var gradient = doubles.program().gradient(p.value()).orElseThrow();
            assertArrayEquals(
                    doubles.tensor(gradient).toArray(), floats.tensor(gradient).toArray(), 2e-4, p.name());
        }
    }

    /// A program whose values share memory computes the same bits as one that keeps them all.
    @ParameterizedTest
    @MethodSource("benches")
    void sharingMemoryChangesNothing(Bench bench) {
        Executor keeping = bench.executor(Precision.FLOAT32, Mode.TRAINING);
        Executor sharing = new Executor(keeping.program(), keeping.parameters(), bench.batch(), false);
        sharing.input().copyFrom(keeping.input());
        sharing.targets(t ->
                t.copyFrom(keeping.tensor(keeping.program().targets().getFirst().value())));
        keeping.run(Bench.RUN);
        sharing.run(Bench.RUN);
        assertEquals(keeping.loss(), sharing.loss());
        for (Program.Parameter p : keeping.program().parameters()) {
            var gradient = keeping.program().gradient(p.value()).orElseThrow();
            assertArrayEquals(
                    keeping.tensor(gradient).toArray(), sharing.tensor(gradient).toArray(), p.name());
        }
    }

    /// Dropout in its forms, noise and batch-norm compute something else in training; nothing else does.
    @ParameterizedTest
    @MethodSource("benches")
    void onlyDropoutNoiseAndBatchNormDifferInTraining(Bench bench) {
        Executor training = bench.executor(Precision.FLOAT64, Mode.TRAINING);
        Executor evaluation = bench.executor(Precision.FLOAT64, Mode.EVALUATION);
        training.run(Bench.RUN);
        evaluation.run(Bench.RUN);
        boolean differs = List.of("Dropout", "SpatialDropout", "AlphaDropout", "GaussianNoise", "BatchNorm", "Residual")
                .contains(bench.layer().type());
        if (differs) {
            assertTrue(training.loss() != evaluation.loss() || bench.batch() == 1, "the modes compute the same");
        } else {
            assertEquals(training.loss(), evaluation.loss());
        }
    }
}
