package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.layer.Bench;
import io.netwright.layer.LayerRegistry;
import io.netwright.op.Op;
import io.netwright.op.Run;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.op.explain.Expr;
import io.netwright.program.Executor;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Messages;
import io.netwright.text.formula.Tex;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for a recorded step through every layer and loss of the registry.
class StepContractTest {

    static List<Bench> benches() {
        return Bench.all();
    }

    static StepRecording record(Bench bench) {
        Executor filled = bench.executor(Precision.FLOAT64, Compiler.Mode.TRAINING);
        Tensor[] targets = new Tensor[1];
        filled.targets(t -> targets[0] = t.copy());
        return new StepRecorder(LayerRegistry.STANDARD)
                .record(new StepRecorder.Request(
                        bench.network(),
                        filled.program(),
                        filled.parameters(),
                        new OptimizerState(OptimizerSpec.of(Sgd.TYPE), filled.parameters()),
                        filled.input().copy(),
                        targets[0],
                        Bench.RUN,
                        Precision.FLOAT64));
    }

    /// The explanation's own expression is evaluated and compared with what the engine computed.
    @ParameterizedTest
    @MethodSource("benches")
    void everyNumberIsExplained(Bench bench) {
        Random random = new Random(4);
        for (Frame frame : record(bench).frames()) {
            Tensor out = frame.output().tensor();
            for (int k = 0; k < 8; k++) {
                int flat = random.nextInt(out.size());
                Expr explanation = frame.explain(out.index(flat));
                double scale = Math.max(1e-3, Math.abs(out.get(flat)));
                assertEquals(out.get(flat), explanation.value(), 1e-9 * scale, frame.formula());
                assertRefsAreOperands(frame, explanation);
            }
        }
    }

    private static void assertRefsAreOperands(Frame frame, Expr e) {
        switch (e) {
            case Expr.Ref r -> {
                Numbers n = r.input() < 0
                        ? frame.output()
                        : frame.operands().get(r.input()).numbers();
                int[] cell = n.cell(r.index());
                assertEquals(r.value(), n.get(cell[0], cell[1]));
                assertArrayEquals(r.index().stream().mapToInt(Integer::intValue).toArray(), n.index(cell[0], cell[1]));
            }
            case Expr.Num n -> assertFalse(n.text().isBlank());
            case Expr.Sum s -> s.terms().forEach(t -> assertRefsAreOperands(frame, t));
            case Expr.Product p -> p.factors().forEach(f -> assertRefsAreOperands(frame, f));
            case Expr.Difference(Expr left, Expr right) -> {
                assertRefsAreOperands(frame, left);
                assertRefsAreOperands(frame, right);
            }
            case Expr.Quotient(Expr over, Expr under) -> {
                assertRefsAreOperands(frame, over);
                assertRefsAreOperands(frame, under);
            }
            case Expr.Call c -> c.args().forEach(a -> assertRefsAreOperands(frame, a));
        }
    }

    @ParameterizedTest
    @MethodSource("benches")
    void everyFrameHasFormulaAndMeaning(Bench bench) {
        for (Frame frame : record(bench).frames()) {
            Tex.parse(frame.formula());
            for (Locale locale : Messages.LOCALES) {
                String meaning = Messages.in(locale).format(frame.meaning());
                assertFalse(meaning.contains("!") || meaning.contains("{"), meaning);
            }
            frame.operands().forEach(o -> Tex.parse(o.written()));
            for (LocalDerivative d : frame.localDerivatives()) {
                Tex.parse(d.name());
                Tex.parse(d.formula());
            }
        }
    }

    /// Two values have one name only if they hold the same numbers.
    @ParameterizedTest
    @MethodSource("benches")
    void aNameStandsForOneThing(Bench bench) {
        record(bench).frames().stream()
                .filter(OpFrame.class::isInstance)
                .collect(Collectors.groupingBy(Frame::name))
                .forEach((name, frames) -> frames.forEach(f -> assertArrayEquals(
                        frames.getFirst().output().toArray(), f.output().toArray(), name)));
    }

    /// In a backward frame, the gradient that comes in times the local derivative is what the engine passes on.
    @ParameterizedTest
    @MethodSource("benches")
    void elementwiseLocalDerivativesMultiplyTheGradient(Bench bench) {
        for (Frame frame : record(bench).frames()) {
            if (frame instanceof OpFrame op && op.instruction().op() instanceof UnaryGrad) {
                double[] slope = frame.localDerivatives()
                        .getFirst()
                        .numbers()
                        .orElseThrow()
                        .toArray();
                double[] gradient = frame.operands().get(2).numbers().toArray();
                double[] out = frame.output().toArray();
                for (int i = 0; i < out.length; i++) {
                    assertEquals(
                            gradient[i] * slope[i], out[i], 1e-12 * Math.max(1, Math.abs(out[i])), frame.formula());
                }
            }
        }
    }

    /// In a forward frame, the local derivative of an elementwise function is its slope.
    @ParameterizedTest
    @MethodSource("benches")
    void forwardLocalDerivativesEqualDifferences(Bench bench) {
        double h = 1e-6;
        for (Frame frame : record(bench).frames()) {
            boolean isForward = frame.stage() == Stage.FORWARD || frame.stage() == Stage.LOSS;
            if (isForward && frame instanceof OpFrame op && op.instruction().op() instanceof Unary unary) {
                Tensor x = frame.operands().getFirst().numbers().tensor();
                Tensor slope = frame.localDerivatives()
                        .getFirst()
                        .numbers()
                        .orElseThrow()
                        .tensor();
                Tensor up = shifted(unary, x, h);
                Tensor down = shifted(unary, x, -h);
                for (int i = 0; i < x.size(); i++) {
                    double expected = (up.get(i) - down.get(i)) / (2 * h);
                    double scale = Math.max(1, Math.abs(expected));
                    boolean kink = Math.abs(x.get(i)) <= h;
                    if (!kink) {
                        assertEquals(expected, slope.get(i), 1e-5 * scale, frame.formula());
                    }
                }
            }
        }
    }

    private static Tensor shifted(Op op, Tensor x, double by) {
        Tensor moved = x.copy();
        for (int i = 0; i < x.size(); i++) {
            moved.set(i, x.get(i) + by);
        }
        Tensor out = x.copy();
        op.run(new Tensor[] {moved}, out, Run.PLAIN);
        return out;
    }

    @ParameterizedTest
    @MethodSource("benches")
    void walkingBackAndForthLandsOnTheSameStates(Bench bench) {
        StepRecording one = record(bench);
        StepRecording two = record(bench);
        Random random = new Random(8);
        for (int k = 0; k < 20; k++) {
            int at = random.nextInt(one.size() + 1) - 1;
            assertEquals(two.stateAt(at).hash(), one.stateAt(at).hash());
        }
        assertTrue(one.bytes() > 0 && one.bytes() <= StepSize.LIMIT);
    }

    /// What batch-norm keeps changes in the update, not before.
    @Test
    void aStateIsUpdatedLikeAParameter() {
        StepRecording recording = record(benches().stream()
                .filter(b -> b.layer().type().equals("BatchNorm"))
                .skip(1)
                .findFirst()
                .orElseThrow());
        UpdateFrame mean = recording.update("it.running_mean").orElseThrow();
        assertInstanceOf(StateFrame.class, mean);
        StepState before = recording.stateAt(mean.index() - 1);
        StepState after = recording.stateAt(mean.index());
        assertFalse(Arrays.equals(
                before.kept("it.running_mean").toArray(),
                after.kept("it.running_mean").toArray()));
        assertArrayEquals(
                recording.stateAt(-1).kept("it.running_mean").toArray(),
                before.kept("it.running_mean").toArray());
    }

    @Test
    void everyFunctionHasAMeaning() {
        for (Locale locale : Messages.LOCALES) {
            Messages messages = Messages.in(locale);
            for (UnaryFn fn : UnaryFn.values()) {
                assertTrue(
                        messages.has("step.meaning.forward.unary." + fn.name().toLowerCase(Locale.ROOT)), fn.name());
            }
        }
    }
}
