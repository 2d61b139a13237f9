package io.netwright.train;

import io.netwright.data.Part;
import io.netwright.op.AttentionSoftmax;
import io.netwright.op.Run;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.train.LayerLook.OfNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs forward and backward, as in training, on the same samples again and again, with other weights each time, and
/// says what each node gave and got back. Owned by one thread, and none of the trainer's: it works on a copy of the
/// weights, so that watching costs the training a copy and nothing else.
public final class LayerProbe {

    /// Enough that a unit that is silent for all of them is silent for good, few enough to be quick.
    private static final int MOST_SAMPLES = 128;
    private static final int BINS = 40;
    private static final double NEAR = 0.01;

    private final TrainingPlan plan;
    private final Parameters parameters;
    private final Executor executor;
    private final int[] samples;
    private final SequencedMap<String, Value> outputs = new LinkedHashMap<>();

    public LayerProbe(TrainingPlan plan) {
        this.plan = plan;
        this.parameters = plan.initial(plan.spec().seed());
        int[] train = plan.data().split().of(Part.TRAIN);
        int n = Math.min(MOST_SAMPLES, train.length);
        // evenly over all: sources are often sorted by class
        this.samples = IntStream.range(0, n)
                .map(i -> train[(int) ((long) i * train.length / n)])
                .toArray();
        Program program = plan.training();
        this.executor = new Executor(program, parameters, n, true);
        for (Instruction i : program.instructions()) {
            if (program.ports().containsValue(i.output())) {
                // of several ports of a node, the last computed
                outputs.putLast(i.node(), i.output());
            }
        }
    }

    public TrainingPlan plan() {
        return plan;
    }

    /// @param now of the plan's network, in either precision. Not modified.
    public LayerLook look(Parameters now) {
        parameters.copyFrom(now);
        Feed.fill(executor, plan.data().prepared(), samples, 0, samples.length);
        executor.run(Run.PLAIN);
        var nodes = new LinkedHashMap<String, OfNode>();
        outputs.forEach((node, value) -> {
            Distribution activations = distribution(Optional.of(value));
            // a network whose numbers are not finite has other worries, and its trainer says which
            if (activations != null) {
                nodes.put(node, look(node, value, activations));
            }
        });
        return new LayerLook(nodes);
    }

    private OfNode look(String node, Value value, Distribution activations) {
        Tensor out = executor.tensor(value);
        UnaryFn fn = function(value);
        return new OfNode(
                activations,
                distribution(plan.training().gradient(value)),
                weights(node),
                fn == UnaryFn.RELU ? dead(out) : Double.NaN,
                switch (fn) {
                    case TANH -> near(out, -1, 1);
                    case SIGMOID -> near(out, 0, 1);
                    case null, default -> Double.NaN;
                });
    }

    /// @return what a node gave for the first sample at the last look; live. Empty where it gives nothing
    public Optional<Tensor> output(String node) {
        return Optional.ofNullable(outputs.get(node)).map(executor::tensor);
    }

    /// @return how much each step of each sample attends to each, `(N, heads, to, from)`, at the last look; live. Empty
    ///     where the node attends to nothing
    public Optional<Tensor> attention(String node) {
        return plan.training().instructions().stream()
                .filter(i -> i.node().equals(node) && i.op() instanceof AttentionSoftmax)
                .findFirst()
                .map(i -> executor.tensor(i.output()));
    }

    /// @return the samples that are looked at; a copy
    public int[] samples() {
        return samples.clone();
    }

    private @Nullable UnaryFn function(Value value) {
        return plan.training().instructions().stream()
                .filter(i -> i.output().equals(value))
                .findFirst()
                .map(i -> i.op() instanceof Unary u ? u.fn() : null)
                .orElse(null);
    }

    private @Nullable Distribution distribution(Optional<Value> value) {
        if (value.isEmpty()) {
            return null;
        }
        Tensor t = executor.tensor(value.get());
        return Double.isFinite(Vectors.maxAbs(t, 0, t.size())) ? Distribution.of(t, BINS) : null;
    }

    private double weights(String node) {
        double most = Double.NaN;
        for (Program.Parameter p : plan.training().parameters()) {
            Optional<Value> gradient = plan.training().gradient(p.value());
            if (p.node().equals(node) && gradient.isPresent()) {
                Tensor g = executor.tensor(gradient.get());
                double squares = 0;
                for (int i = 0; i < g.size(); i++) {
                    squares += g.get(i) * g.get(i);
                }
                double rms = Math.sqrt(squares / g.size());
                most = Double.isNaN(most) ? rms : Math.max(most, rms);
            }
        }
        return most;
    }

    /// A unit is a column, or a channel of pictures `(N, C, H, W)`.
    private static double dead(Tensor out) {
        boolean pictures = out.rank() == 4;
        int units = out.dim(pictures ? 1 : -1);
        int run = pictures ? out.dim(2) * out.dim(3) : 1;
        boolean[] alive = new boolean[units];
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i) > 0) {
                alive[i / run % units] = true;
            }
        }
        int dead = 0;
        for (boolean a : alive) {
            dead += a ? 0 : 1;
        }
        return (double) dead / units;
    }

    private static double near(Tensor out, double low, double high) {
        int n = 0;
        for (int i = 0; i < out.size(); i++) {
            n += out.get(i) < low + NEAR || out.get(i) > high - NEAR ? 1 : 0;
        }
        return (double) n / out.size();
    }
}
