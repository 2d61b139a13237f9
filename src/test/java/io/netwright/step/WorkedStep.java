package io.netwright.step;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.OptimizerState;
import io.netwright.train.optimizer.Sgd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// One step of the network that the lesson works through by hand: x = [1,2,3], y = [0,1,0], SGD with learning rate
/// 0.01.
final class WorkedStep {

    static final Network NETWORK = network();

    private WorkedStep() {}

    static StepRecorder.Request request() {
        Program program = new Compiler(LayerRegistry.STANDARD)
                .compile(NETWORK, DataSignature.values(Shape.of(3), 3), Compiler.Mode.TRAINING)
                .program()
                .orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 0);
        return new StepRecorder.Request(
                NETWORK,
                program,
                parameters,
                new OptimizerState(OptimizerSpec.of(Sgd.TYPE).with(Sgd.LEARNING_RATE, 0.01), parameters),
                Tensor.of(Precision.FLOAT64, new double[] {1, 2, 3}, 1, 3),
                Tensor.of(Precision.FLOAT64, new double[] {0, 1, 0}, 1, 3),
                Run.PLAIN,
                Precision.FLOAT64);
    }

    static StepRecording recording() {
        return new StepRecorder(LayerRegistry.STANDARD).record(request());
    }

    private static Network network() {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        nodes.add(Node.of("x", "Input").with("shape", PropValue.ints(3)));
        String last = "x";
        double[][] rows = {{.1, .2, .3}, {.1, .3, .5}, {.1, .3, .5}};
        for (int i = 1; i <= 3; i++) {
            PropValue row = PropValue.reals(rows[i - 1]);
            var init = new LinkedHashMap<String, PropValue>();
            init.put("type", PropValue.of("explicit"));
            init.put("values", new PropValue.ListOf(List.of(row, row, row)));
            var bias = new LinkedHashMap<String, PropValue>();
            bias.put("type", PropValue.of("constant"));
            bias.put("value", PropValue.of(0.1));
            nodes.add(Node.of("dense" + i, "Dense")
                    .with("units", PropValue.of(3))
                    .with("weightInit", PropValue.fields(init))
                    .with("biasInit", PropValue.fields(bias)));
            nodes.add(Node.of("relu" + i, "ReLU"));
            wires.add(Wire.of(last + ".out", "dense" + i + ".in"));
            wires.add(Wire.of("dense" + i + ".out", "relu" + i + ".in"));
            last = "relu" + i;
        }
        nodes.add(Node.of("loss", "MSE").with("half", PropValue.of(true)).with("reduction", PropValue.of("sum")));
        wires.add(Wire.of(last + ".out", "loss.in"));
        return new Network(nodes, wires);
    }
}
