package io.netwright.train;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.DataSet;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.text.UserException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a network answers, in evaluation mode. Owned by the thread that owns the parameters, which it only reads.
///
/// Inputs must be prepared as the training data was: `data.load.InputLoader` reads a file and does so.
public final class Predictor {

    private final Program program;
    private final Executor executor;

    /// @param program    forward in evaluation mode; a loss in it is computed and not looked at
    /// @param parameters with all that the program has; read anew at each call
    public Predictor(Program program, Parameters parameters) {
        this.program = program;
        this.executor = new Executor(program, parameters, Evaluator.BATCH, false);
    }

    /// @param data what the network was trained on looks like
    /// @throws UserException where the network does not compile
    public static Program program(Network network, LayerRegistry registry, DataSignature data) {
        return TrainingPlan.requireProgram(new Compiler(registry).compile(network, data, Compiler.Mode.EVALUATION));
    }

    /// @param inputs of the network's sample shape, prepared; a target is not looked at
    /// @return for each of the network's outputs by name what it gave for all samples, batch axis first
    public SequencedMap<String, Tensor> predict(DataSet inputs) {
        return predict(inputs, inputs.indices());
    }

    /// @param samples which of the inputs, at least one
    public SequencedMap<String, Tensor> predict(DataSet inputs, int[] samples) {
        var all = new LinkedHashMap<String, Tensor>();
        program.outputs()
                .forEach((name, v) -> all.put(
                        name,
                        Tensor.zeros(
                                executor.parameters().precision(), v.shape().at(samples.length))));
        for (int from = 0; from < samples.length; from += Evaluator.BATCH) {
            int to = Math.min(from + Evaluator.BATCH, samples.length);
            Feed.inputs(executor, inputs, samples, from, to);
            executor.run(Run.PLAIN);
            int first = from;
            program.outputs().forEach((name, v) -> {
                Tensor part = executor.tensor(v);
                Tensor whole = all.getOrDefault(name, part);
                int at = first * v.shape().elementsPerSample();
                for (int i = 0; i < part.size(); i++) {
                    whole.set(at + i, part.get(i));
                }
            });
        }
        return all;
    }
}
