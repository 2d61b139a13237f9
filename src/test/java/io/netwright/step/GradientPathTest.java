package io.netwright.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.train.Nets;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Sgd;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The way of the gradient through a network with a skip and with a branch that leads to no loss.
class GradientPathTest {

    private static final Wire INPUT = Wire.of("x.out", "dense1.in");
    private static final Wire BRANCH = Wire.of("dense1.out", "aside.in");
    private static final Wire SKIP = Wire.of("dense1.out", "add1.in");
    private static final Wire IN = Wire.of("dense1.out", "relu1.in");
    private static final Wire INNER = Wire.of("relu1.out", "dense2.in");
    private static final Wire OUT = Wire.of("dense2.out", "add1.in");
    private static final Wire ON = Wire.of("add1.out", "dense3.in");
    private static final Wire LOSS = Wire.of("dense3.out", "loss.in");

    private static final Network NETWORK = new Network(
            List.of(
                    Nets.input(),
                    Nets.dense("dense1", 3),
                    Node.of("relu1", "ReLU"),
                    Nets.dense("dense2", 3),
                    Node.of("add1", "Add"),
                    Nets.dense("aside", 2),
                    Nets.dense("dense3", 3),
                    Node.of("loss", "MSE")),
            List.of(INPUT, IN, INNER, OUT, SKIP, BRANCH, ON, LOSS));

    private final StepRecording recording = record();

    private static StepRecording record() {
        Program program = new Compiler(LayerRegistry.STANDARD)
                .compile(NETWORK, DataSignature.values(Shape.of(3), 3), Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 5);
        return new StepRecorder(LayerRegistry.STANDARD)
                .record(new StepRecorder.Request(
                        NETWORK,
                        program,
                        parameters,
                        new OptimizerState(OptimizerSpec.of(Sgd.TYPE), parameters),
                        Tensor.of(Precision.FLOAT64, new double[] {1, 2, 3}, 1, 3),
                        Tensor.of(Precision.FLOAT64, new double[] {0, 1, 0}, 1, 3),
                        Run.PLAIN,
                        Precision.FLOAT64));
    }

    private Set<Wire> to(String parameter) {
        Program program = recording.program();
        Frame frame = program.parameter(parameter)
                .flatMap(p -> program.gradient(p.value()))
                .flatMap(recording::maker)
                .orElseThrow();
        return GradientPath.to(recording, NETWORK, frame);
    }

    @Test
    void aLayerOnTheMainBranchIsReachedByThatBranchOnly() {
        assertEquals(Set.of(LOSS, ON, OUT), to("dense2.weight"));
    }

    @Test
    void whereTheGradientCameByTwoWaysBothAreOnThePath() {
        assertEquals(Set.of(LOSS, ON, OUT, INNER, IN, SKIP), to("dense1.weight"));
    }

    /// Adding up the gradients of both ways is done by the layer that is passed last, after the other way was taken.
    @Test
    void theSumOfBothWaysHasBothWaysBehindIt() {
        Program program = recording.program();
        Frame sum = program.gradient(program.ports().get("dense1.out"))
                .flatMap(recording::maker)
                .orElseThrow();
        Set<Wire> path = new HashSet<>(GradientPath.to(recording, NETWORK, sum));
        assertEquals(Set.of(LOSS, ON, OUT, INNER), path);
    }

    @Test
    void thereIsNoneBeforeTheBackwardPassAndAfterIt() {
        for (Frame frame : recording.frames()) {
            if (frame.stage() != Stage.BACKWARD) {
                assertEquals(Set.of(), GradientPath.to(recording, NETWORK, frame), frame::name);
            }
        }
    }

    @Test
    void whatIsInABlockIsSeenAsTheBlock() {
        assertEquals("block1", GradientPath.drawn("block1.2.attention"));
        assertEquals("dense1", GradientPath.drawn("dense1"));
    }
}
