package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Sgd;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StepSizeTest {

    static final List<Locale> locales = Messages.LOCALES;

    private static Network network(int width, boolean loss) {
        List<Node> nodes = List.of(
                Node.of("x", "Input").with("shape", PropValue.ints(1)),
                Node.of("d1", "Dense").with("units", PropValue.of(width)),
                Node.of("d2", "Dense").with("units", PropValue.of(width)),
                Node.of("loss", "MSE"));
        Network whole = new Network(
                nodes, List.of(Wire.of("x.out", "d1.in"), Wire.of("d1.out", "d2.in"), Wire.of("d2.out", "loss.in")));
        return loss ? whole : whole.minus(List.of("loss"));
    }

    private static Program program(Network network) {
        return new Compiler(LayerRegistry.STANDARD)
                .compile(network, null, Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("locales")
    void aBatchThatTakesTooMuchIsRefusedBeforeItIsRunAndTheLargestThatFitsIsNamed(Locale locale) {
        Network network = network(64, true);
        Program program = program(network);
        int most = StepSize.largestBatch(program, Precision.FLOAT64);
        assertTrue(StepSize.bytes(program, most, Precision.FLOAT64) <= StepSize.LIMIT);
        assertTrue(StepSize.bytes(program, most + 1, Precision.FLOAT64) > StepSize.LIMIT);
        StepRecorder recorder = new StepRecorder(LayerRegistry.STANDARD);
        StepRecorder.Request request = request(network, most + 1);
        UserException refused = assertThrows(UserException.class, () -> recorder.record(request));
        String said = Messages.in(locale).format(refused.what());
        assertTrue(said.contains("256 MB"), said);
        assertTrue(said.replaceAll("[,.\\s]", "").contains(Integer.toString(most)), said);
    }

    private static StepRecorder.Request request(Network network, int batch) {
        Program program = program(network);
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 1);
        return new StepRecorder.Request(
                network,
                program,
                parameters,
                new OptimizerState(OptimizerSpec.of(Sgd.TYPE), parameters),
                Tensor.zeros(Precision.FLOAT64, batch, 1),
                Tensor.zeros(Precision.FLOAT64, batch, 64),
                Run.PLAIN,
                Precision.FLOAT64);
    }

    @Test
    void aNetworkOfWhichNotOneSampleFitsIsRefused() {
        Program program = program(network(4096, true));
        assertEquals(0, StepSize.largestBatch(program, Precision.FLOAT64));
        assertThrows(UserException.class, () -> StepSize.check(program, 1, Precision.FLOAT64));
    }

    @Test
    void aNetworkWithoutLossHasNoStep() {
        StepRecorder recorder = new StepRecorder(LayerRegistry.STANDARD);
        StepRecorder.Request request = request(network(2, false), 1);
        UserException refused = assertThrows(UserException.class, () -> recorder.record(request));
        assertEquals("step.problem.noLoss", refused.what().key());
    }
}
