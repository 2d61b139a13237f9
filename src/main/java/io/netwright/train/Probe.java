package io.netwright.train;

import io.netwright.data.DataSet;
import io.netwright.op.Run;
import io.netwright.op.Value;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Asks a finished network about the same inputs again and again, with other weights each time, and keeps all that its
/// nodes gave: what a window shows of a network that is being trained. Owned by one thread, and none of the trainer's:
/// it works on a copy of the weights.
public final class Probe {

    private final TrainingPlan plan;
    private final DataSet inputs;
    private final int[] samples;
    private final Parameters parameters;
    private final Executor executor;
    private final SequencedMap<String, Value> ports = new LinkedHashMap<>();

    /// @param inputs  prepared as the plan's data is
    /// @param samples which of them, at least one; all in one batch
    public Probe(TrainingPlan plan, DataSet inputs, int[] samples) {
        this.plan = plan;
        this.inputs = inputs;
        this.samples = samples.clone();
        this.parameters = plan.initial(plan.spec().seed());
        this.executor = new Executor(plan.evaluation(), parameters, samples.length, true);
        // in the order in which the network computes them
        List<Value> computed = new ArrayList<>();
        plan.evaluation().instructions().forEach(i -> computed.add(i.output()));
        plan.evaluation().ports().entrySet().stream()
                .filter(e -> computed.contains(e.getValue()))
                .sorted(Comparator.comparingInt(e -> computed.indexOf(e.getValue())))
                .forEach(e -> ports.put(e.getKey(), e.getValue()));
    }

    public TrainingPlan plan() {
        return plan;
    }

    public DataSet inputs() {
        return inputs;
    }

    /// @return which of the inputs are looked at; a copy
    public int[] samples() {
        return samples.clone();
    }

    /// Runs the network on all inputs.
    ///
    /// @param now of the plan's network, in either precision. Not modified.
    public void look(Parameters now) {
        parameters.copyFrom(now);
        Feed.inputs(executor, inputs, samples, 0, samples.length);
        executor.run(Run.PLAIN);
    }

    /// @return what the network answered at the last look
    public Scores scores() {
        return Scores.of(plan.task(), executor.tensor(plan.evaluationHead().prediction()));
    }

    /// @return the output ports whose numbers depend on the input, each written `node.port`, first computed first
    public List<String> ports() {
        return List.copyOf(ports.sequencedKeySet());
    }

    /// @param port one of [#ports]
    /// @return what left at the port at the last look, batch axis first; live, only until the next look
    public Tensor at(String port) {
        Value value = ports.get(port);
        if (value == null) {
            throw new IllegalArgumentException("no port " + port);
        }
        return executor.tensor(value);
    }
}
