package io.netwright.exchange.certificate;

import io.netwright.data.Scaler;
import io.netwright.exchange.onnx.OnnxModel;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.List;

/// The network as this program computes it.
final class Reference {

    private final OnnxModel model;
    private final Executor executor;

    /// @param numbers   what the file holds: a float64 reference of a float32 file computes with the rounded weights
    /// @param precision to compute in
    /// @param capacity  the largest batch
    /// @param keep      whether values inside the network are asked for
    Reference(OnnxModel model, Precision numbers, Precision precision, int capacity, boolean keep) {
        this.model = model;
        this.executor = new Executor(
                model.source().program(),
                model.source().parameters().copy(numbers).copy(precision),
                capacity,
                keep);
    }

    /// Runs the forward pass; a loss is left alone.
    void run(TestInputs.Batch batch) {
        executor.batch(batch.size());
        for (int k = 0; k < model.inputs().size(); k++) {
            OnnxModel.Input input = model.inputs().get(k);
            double[] values = batch.inputs().get(k).clone();
            Scaler scaler = input.scaler();
            if (scaler != null) {
                scaler.apply(values);
            }
            Tensor into = executor.tensor(input.data().value());
            for (int i = 0; i < values.length; i++) {
                into.set(i, values[i]);
            }
        }
        List<Instruction> list = model.source().program().instructions();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).phase() == Phase.FORWARD) {
                executor.run(Run.PLAIN, i, i + 1);
            }
        }
    }

    double[] values(Value value) {
        return executor.tensor(value).toArray();
    }

    /// @return how many parts of the same size the numbers of a value fall into: one a sample where the batch
    ///     is its first axis
    int samples(Value value) {
        return value.shape().rank() > 0 && value.shape().isBatched(0) ? executor.batch() : 1;
    }
}
