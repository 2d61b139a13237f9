package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.op.Value;
import io.netwright.op.explain.Expr;
import io.netwright.program.Executor;
import io.netwright.step.Operand.Source;
import io.netwright.text.formula.Tex;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The worked example, recorded. The numbers come from NumPy in float64.
class WorkedStepTest {

    private final StepRecording recording = WorkedStep.recording();

    @Test
    void parametersAfterTheUpdateEqualTheIndependentOnes() {
        StepState end = recording.stateAt(recording.size() - 1);
        assertKept(end, "dense3.weight", new double[] {
            0.0976431, 0.2988093, 0.4901755, 0.0938913, 0.2969139, 0.4745365, 0.0901395, 0.2950185, 0.4588975
        });
        assertKept(end, "dense1.weight", new double[] {
            0.0898885, 0.1898885, 0.2898885, 0.079777, 0.179777, 0.279777, 0.0696655, 0.1696655, 0.2696655
        });
        assertEquals(2.155217500000001, end.loss().orElseThrow(), 1e-12);
    }

    private static void assertKept(StepState state, String name, double[] expected) {
        assertArrayEquals(expected, state.kept(name).toArray(), 1e-12, name);
    }

    @Test
    void formulasReadAsATextbookWritesThem() {
        List<String> formulas =
                recording.frames().stream().map(f -> Tex.plain(f.formula())).toList();
        assertEquals(
                List.of(
                        "X · W₁",
                        "Z₁ = XW₁ + b₁",
                        "A₁ = max(0, Z₁)",
                        "A₁ · W₂",
                        "Z₂ = A₁W₂ + b₂",
                        "A₂ = max(0, Z₂)",
                        "A₂ · W₃",
                        "Z₃ = A₂W₃ + b₃",
                        "A₃ = max(0, Z₃)"),
                formulas.subList(0, 9));
        assertEquals(
                List.of("E = A₃ − Y", "E² = E ⊙ E", "ℓ = ∑ E²", "S = mean(ℓ)", "L = 0.5 · S"), formulas.subList(9, 14));
        assertTrue(formulas.contains("dA₃ = d(E²) ⊙ 2E"), formulas::toString);
        assertTrue(formulas.contains("dW₂ = A₁ᵀ · dZ₂"), formulas::toString);
        assertTrue(formulas.contains("dA₁ = dZ₂ · W₂ᵀ"), formulas::toString);
        assertTrue(formulas.contains("dZ₂ = dA₂ ⊙ [Z₂ > 0]"), formulas::toString);
        assertTrue(formulas.contains("db₂ = ∑ dZ₂"), formulas::toString);
        assertTrue(formulas.contains("W₃ ← W₃ − η dW₃"), formulas::toString);
    }

    @Test
    void stagesComeInOrderAndLayersGroupThem() {
        assertEquals(
                List.of(Stage.FORWARD, Stage.LOSS, Stage.BACKWARD, Stage.UPDATE),
                recording.sections().stream().map(StepRecording.Group::stage).toList());
        assertEquals(
                List.of("dense1", "relu1", "dense2", "relu2", "dense3", "relu3"),
                recording.layers().stream()
                        .filter(g -> g.stage() == Stage.FORWARD)
                        .map(StepRecording.Group::node)
                        .toList());
        int next = 0;
        for (StepRecording.Group g : recording.layers()) {
            assertEquals(next, g.first());
            next = g.last() + 1;
        }
        assertEquals(recording.size(), next);
        assertEquals("Z = XW + b", recording.layerFormula("dense2").orElseThrow());
    }

    @Test
    void anElementOfTheWeightGradientIsOneProductAndNamesItsOperands() {
        Frame dw2 = frame("dW_{2}");
        assertEquals("A_{1}^{\\top}", dw2.operands().getFirst().written());
        assertTrue(dw2.operands().getFirst().numbers().isTransposed());
        Expr.Sum sum = (Expr.Sum) dw2.explain(1, 2);
        Expr.Product only = (Expr.Product) sum.terms().getFirst();
        assertEquals(1, sum.terms().size());
        assertEquals(1.3, only.factors().get(0).value(), 1e-12);
        assertEquals(1.1235, only.factors().get(1).value(), 1e-12);
        assertEquals(1.46055, sum.value(), 1e-12);
    }

    @Test
    void anOperandLeadsToTheFrameThatMadeIt() {
        Frame dw2 = frame("dW_{2}");
        Source from = dw2.operands().get(1).source();
        int made = ((Source.OfFrame) from).index();
        assertEquals("dZ_{2}", recording.frame(made).name());
        assertEquals("relu2", recording.frame(made).node());
        assertEquals(
                new Source.OfData("x", false),
                recording.frame(0).operands().getFirst().source());
        assertEquals(
                new Source.OfParameter("dense1.weight", "dense1"),
                recording.frame(0).operands().get(1).source());
    }

    @Test
    void whatIsNotComputedYetIsAbsentAndThenThere() {
        int dw2 = frame("dW_{2}").index();
        StepState before = recording.stateAt(dw2 - 1);
        StepState after = recording.stateAt(dw2);
        assertTrue(before.parameterGradient("dense2.weight").isEmpty());
        assertEquals(
                1.46055, after.parameterGradient("dense2.weight").orElseThrow().at(1, 0), 1e-12);
        assertTrue(recording.stateAt(-1).loss().isEmpty());
        Value prediction = recording.program().outputs().get("relu3");
        assertTrue(recording.stateAt(7).value(prediction).isEmpty());
        assertTrue(recording.stateAt(8).value(prediction).isPresent());
        Value loss = recording.program().loss().orElseThrow();
        int backward = recording.sections().get(2).first();
        assertTrue(recording.stateAt(backward - 1).gradient(loss).isEmpty());
        assertEquals(1, recording.stateAt(backward).gradient(loss).orElseThrow().get(0, 0));
    }

    @Test
    void aParameterHasItsOldValueUntilItsUpdate() {
        UpdateFrame update = recording.update("dense1.weight").orElseThrow();
        StepState before = recording.stateAt(update.index() - 1);
        assertFalse(before.after("dense1.weight").isPresent());
        assertEquals(0.1, before.kept("dense1.weight").at(0, 0));
        StepState after = recording.stateAt(update.index());
        assertEquals(0.0898885, after.kept("dense1.weight").at(0, 0), 1e-12);
        assertEquals(0.1, after.before("dense1.weight").at(0, 0));
    }

    @Test
    void localDerivativesAreThoseOfTheBook() {
        LocalDerivative gate = frame("dZ_{3}").localDerivatives().getFirst();
        assertEquals(LocalDerivative.Kind.ELEMENTWISE, gate.kind());
        assertEquals("[Z_{3} > 0]", gate.formula());
        assertEquals("\\frac{\\partial A_{3}}{\\partial Z_{3}}", gate.name());
        assertArrayEquals(new double[] {1, 1, 1}, gate.numbers().orElseThrow().toArray());
        LocalDerivative factor = frame("dA_{1}").localDerivatives().getFirst();
        assertEquals("W_{2}^{\\top}", factor.formula());
        assertTrue(factor.numbers().orElseThrow().isTransposed());
        assertEquals(
                List.of("W_{2}^{\\top}", "A_{1}^{\\top}"),
                frame("A_{1}W_{2}").localDerivatives().stream()
                        .map(LocalDerivative::formula)
                        .toList());
    }

    /// A walk back and forth lands on equal states, equal to those of another recording and of an executor that is
    /// stopped there.
    @Test
    void goingBackAndForthLandsOnTheSameState() {
        StepRecording again = WorkedStep.recording();
        Random random = new Random(3);
        long[] hashes = new long[recording.size() + 1];
        for (int i = -1; i < recording.size(); i++) {
            hashes[i + 1] = again.stateAt(i).hash();
        }
        int at = -1;
        for (int step = 0; step < 500; step++) {
            at = Math.clamp(at + random.nextInt(7) - 3L, -1, recording.size() - 1);
            assertEquals(hashes[at + 1], recording.stateAt(at).hash());
        }
        assertEquals(hashes.length, Arrays.stream(hashes).distinct().count());
        assertStateIsTheEnginesAt(12);
    }

    private void assertStateIsTheEnginesAt(int frame) {
        StepRecorder.Request request = WorkedStep.request();
        Executor live = new Executor(request.program(), request.parameters(), 1, true);
        live.input().copyFrom(request.features());
        live.targets(t -> t.copyFrom(request.targets()));
        live.run(request.run(), 0, frame + 1);
        StepState state = recording.stateAt(frame);
        request.program()
                .instructions()
                .subList(0, frame + 1)
                .forEach(i -> assertArrayEquals(
                        live.tensor(i.output()).toArray(),
                        state.value(i.output()).orElseThrow().toArray()));
    }

    @Test
    void anotherBatchGivesAnotherState() {
        StepRecorder.Request r = WorkedStep.request();
        r.features().set(0, 1.0000000001);
        StepRecording other = new StepRecorder(LayerRegistry.STANDARD).record(r);
        assertNotEquals(recording.stateAt(0).hash(), other.stateAt(0).hash());
    }

    @Test
    void recordingLeavesTheParametersAlone() {
        StepRecorder.Request request = WorkedStep.request();
        new StepRecorder(LayerRegistry.STANDARD).record(request);
        assertEquals(
                0.1, request.parameters().find("dense1.weight").orElseThrow().get(0));
    }

    @Test
    void theReportHasOutputsGradientsAndParameters() {
        StepReport report = StepReport.of(recording, WorkedStep.NETWORK);
        assertEquals(8, report.nodes().size());
        StepReport.NodeReport input = report.nodes().getFirst();
        assertEquals(List.of(List.of(1.0, 2.0, 3.0)), input.outputs().get("out"));
        assertTrue(input.gradients().containsKey("out"));
        assertNull(input.gradients().get("out"));
        StepReport.NodeReport dense3 = report.nodes().get(5);
        assertEquals("dense3", dense3.node());
        assertClose(List.of(0.481, 0.243, 2.005), ((List<?>) dense3.gradients().get("out")).getFirst());
        StepReport.ParameterReport bias = report.parameters().stream()
                .filter(p -> p.parameter().equals("dense3.bias"))
                .findFirst()
                .orElseThrow();
        assertClose(List.of(0.1, 0.1, 0.1), bias.before());
        assertClose(List.of(0.481, 0.243, 2.005), bias.gradient());
        assertClose(List.of(0.09519, 0.09757, 0.07995), bias.after());
    }

    private static void assertClose(List<Double> expected, Object found) {
        List<?> list = (List<?>) found;
        assertEquals(expected.size(), list.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), (Double) list.get(i), 1e-12);
        }
    }

    private Frame frame(String name) {
        return recording.frames().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        recording.frames().stream().map(Frame::formula).toList()));
    }
}
