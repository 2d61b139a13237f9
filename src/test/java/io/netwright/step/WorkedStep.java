package io.netwright.step;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
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

/// One step of the network that the lesson works through by hand: x = [1,2,3], y = [0,1,0], SGD with learning rate
/// 0.01.
final class WorkedStep {

    static final Network NETWORK = Nets.workedExample();

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
}
