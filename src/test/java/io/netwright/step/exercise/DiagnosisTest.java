package io.netwright.step.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.step.Frame;
import io.netwright.step.OpFrame;
import io.netwright.step.PlannedSteps;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.text.Messages;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each test makes one mistake by hand, with plain loops over the numbers of the step, and expects it to be named.
class DiagnosisTest {

    private static final StepRecording DENSE = record(
            Nets.chain(
                    Nets.input(),
                    Nets.dense("dense1", 3),
                    Node.of("tanh1", "Tanh"),
                    Nets.dense("dense2", 3),
                    Node.of("tanh2", "Tanh"),
                    Nets.dense("dense3", 2),
                    Node.of("loss", "MSE")),
            numbers(4, 3),
            numbers(4, 2),
            InlineTarget.VALUES);

    private static final StepRecording CONV = record(
            Nets.chain(
                    Nets.input().with("shape", PropValue.ints(36)),
                    Node.of("reshape1", "Reshape").with("targetShape", PropValue.ints(1, 6, 6)),
                    Node.of("conv1", "Conv2d").with("filters", PropValue.of(2)),
                    Node.of("tanh1", "Tanh"),
                    Node.of("conv2", "Conv2d").with("filters", PropValue.of(2)),
                    Node.of("flatten1", "Flatten"),
                    Nets.dense("dense1", 2),
                    Node.of("loss", "MSE")),
            numbers(3, 36),
            numbers(3, 2),
            InlineTarget.VALUES);

    private static double[][] numbers(int rows, int cols) {
        Random random = new Random(7L * rows + cols);
        double[][] x = new double[rows][cols];
        for (double[] row : x) {
            for (int i = 0; i < cols; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return x;
    }

    private static StepRecording record(Network network, double[][] x, double[][] y, InlineTarget as) {
        DataSpec data = Nets.inline(x, y, as);
        TrainingPlan plan = Nets.plan(network, data, Nets.sgd(0.1).withBatchSize(x.length));
        PlannedSteps steps = new PlannedSteps(network, plan, plan.initial(3));
        return steps.record(LayerRegistry.STANDARD, 0, x.length);
    }

    private static OpFrame frame(StepRecording r, Stage stage, String node, String op) {
        return r.frames().stream()
                .filter(OpFrame.class::isInstance)
                .map(OpFrame.class::cast)
                .filter(f -> f.stage() == stage && f.node().equals(node) && f.op().equals(op))
                .findFirst()
                .orElseThrow(() -> new AssertionError(r.frames().stream()
                        .map(f -> f.stage() + " " + f.node() + " " + f.op())
                        .toList()
                        .toString()));
    }

    private static Frame gradient(StepRecording r, String parameter) {
        var value = r.program().parameter(parameter).orElseThrow().value();
        return r.maker(r.program().gradient(value).orElseThrow()).orElseThrow();
    }

    private static Optional<Diagnosis> judge(StepRecording r, Frame frame, double typed, Integer... index) {
        return new Exercise(r, frame, List.of(index)).judge(typed);
    }

    private static void assertDiagnosed(Diagnosis wanted, StepRecording r, Frame f, double typed, Integer... index) {
        assertEquals(Optional.of(wanted), judge(r, f, typed, index), f.node() + " " + f.formula());
    }

    @Test
    void theAnswerIsRightToThreeDigits() {
        Frame f = gradient(DENSE, "dense2.weight");
        double answer = f.output().at(1, 2);
        assertEquals(Optional.empty(), judge(DENSE, f, answer, 1, 2));
        assertEquals(Optional.empty(), judge(DENSE, f, answer * 1.004, 1, 2));
        assertEquals(Optional.of(Diagnosis.UNKNOWN), judge(DENSE, f, answer * 1.37 + 11, 1, 2));
    }

    @Test
    void aSignInDenseConvAndUpdate() {
        for (String name : List.of("dense1.weight", "dense3.bias")) {
            Frame f = gradient(DENSE, name);
            Integer[] at = name.endsWith("bias") ? new Integer[] {1} : new Integer[] {0, 1};
            double answer = new Exercise(DENSE, f, List.of(at)).answer();
            assertDiagnosed(Diagnosis.SIGN, DENSE, f, -answer, at);
        }
        Frame conv = gradient(CONV, "conv2.weight");
        assertDiagnosed(Diagnosis.SIGN, CONV, conv, -conv.output().at(1, 0, 2, 1), 1, 0, 2, 1);
        Frame update = DENSE.update("dense1.weight").orElseThrow();
        double before = DENSE.stateAt(-1).before("dense1.weight").at(0, 1);
        double g = gradient(DENSE, "dense1.weight").output().at(0, 1);
        assertEquals(Optional.empty(), judge(DENSE, update, before - 0.1 * g, 0, 1));
        assertDiagnosed(Diagnosis.SIGN, DENSE, update, before + 0.1 * g, 0, 1);
        assertDiagnosed(Diagnosis.CHANGE, DENSE, update, -0.1 * g, 0, 1);
        assertDiagnosed(Diagnosis.RATE, DENSE, update, before - g, 0, 1);
        assertDiagnosed(Diagnosis.RATE, DENSE, update, before - 0.01 * g, 0, 1);
        assertDiagnosed(Diagnosis.MEAN, DENSE, update, before - 0.1 * g * 4, 0, 1);
    }

    @Test
    void theForgottenSlopeWhereItBelongsAndLaterOn() {
        OpFrame tanh = frame(DENSE, Stage.BACKWARD, "tanh2", "TanhGrad");
        double upstream = tanh.operands().get(2).numbers().at(2, 1);
        assertDiagnosed(Diagnosis.ACTIVATION_DERIVATIVE, DENSE, tanh, upstream, 2, 1);
        // dW2 = A1' dA2 rather than A1' dZ2
        Frame dw = gradient(DENSE, "dense2.weight");
        var a1 = dw.operands().getFirst().numbers();
        double wrong = 0;
        for (int n = 0; n < 4; n++) {
            double a = a1.isTransposed() ? a1.get(1, n) : a1.get(n, 1);
            wrong += a * tanh.operands().get(2).numbers().at(n, 2);
        }
        assertDiagnosed(Diagnosis.ACTIVATION_DERIVATIVE, DENSE, dw, wrong, 1, 2);
        OpFrame conv = frame(CONV, Stage.BACKWARD, "tanh1", "TanhGrad");
        assertDiagnosed(
                Diagnosis.ACTIVATION_DERIVATIVE,
                CONV,
                conv,
                conv.operands().get(2).numbers().at(1, 0, 2, 2),
                1,
                0,
                2,
                2);
    }

    @Test
    void theForgottenMean() {
        // four samples of two outputs: the mean squared error divides by 8
        Frame dense = gradient(DENSE, "dense3.weight");
        assertDiagnosed(Diagnosis.MEAN, DENSE, dense, dense.output().at(0, 1) * 8, 0, 1);
        assertDiagnosed(Diagnosis.MEAN, DENSE, dense, dense.output().at(0, 1) * 4, 0, 1);
        Frame conv = gradient(CONV, "conv1.weight");
        assertDiagnosed(Diagnosis.MEAN, CONV, conv, conv.output().at(0, 0, 1, 1) * 6, 0, 0, 1, 1);
    }

    @Test
    void theTransposedMatrix() {
        // dA1 = dZ2 W2 rather than dZ2 W2'
        OpFrame back = frame(DENSE, Stage.BACKWARD, "dense2", "MatMul");
        OpFrame dz = frame(DENSE, Stage.BACKWARD, "tanh2", "TanhGrad");
        var w = DENSE.stateAt(-1).before("dense2.weight");
        OpFrame toInput = DENSE.frames().stream()
                .filter(OpFrame.class::isInstance)
                .map(OpFrame.class::cast)
                .filter(f -> f.stage() == Stage.BACKWARD
                        && f.node().equals("dense2")
                        && f.op().equals("MatMul")
                        && f.isBatched())
                .findFirst()
                .orElse(back);
        double wrong = 0;
        for (int k = 0; k < 3; k++) {
            wrong += dz.output().at(1, k) * w.at(k, 2);
        }
        assertDiagnosed(Diagnosis.TRANSPOSED, DENSE, toInput, wrong, 1, 2);
        Frame dw = gradient(DENSE, "dense2.weight");
        assertDiagnosed(Diagnosis.TRANSPOSED, DENSE, dw, dw.output().at(2, 0), 0, 2);
    }

    @Test
    void theKernelTurnedRound() {
        OpFrame conv = frame(CONV, Stage.FORWARD, "conv1", "Conv2d");
        var x = conv.operands().get(0).numbers();
        var w = conv.operands().get(1).numbers();
        double wrong = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                wrong += x.at(1, 0, 2 + i, 1 + j) * w.at(1, 0, 2 - i, 2 - j);
            }
        }
        assertDiagnosed(Diagnosis.TRANSPOSED, CONV, conv, wrong, 1, 1, 2, 1);
    }

    @Test
    void theWrongOperand() {
        // dW2 = Z1' dZ2 rather than A1' dZ2
        Frame dw = gradient(DENSE, "dense2.weight");
        OpFrame tanh1 = frame(DENSE, Stage.FORWARD, "tanh1", "Tanh");
        OpFrame dz = frame(DENSE, Stage.BACKWARD, "tanh2", "TanhGrad");
        double wrong = 0;
        for (int n = 0; n < 4; n++) {
            wrong +=
                    tanh1.operands().getFirst().numbers().at(n, 1) * dz.output().at(n, 2);
        }
        assertDiagnosed(Diagnosis.OPERAND, DENSE, dw, wrong, 1, 2);
    }

    @Test
    void anotherElement() {
        Frame z = frame(DENSE, Stage.FORWARD, "dense1", "MatMul");
        assertDiagnosed(Diagnosis.ELEMENT, DENSE, z, z.output().at(3, 0), 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsInBothLanguages(Diagnosis d) {
        for (Locale locale : Messages.LOCALES) {
            assertEquals(true, Messages.in(locale).has(d.message().key()), d.name());
        }
    }
}
