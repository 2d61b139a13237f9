package io.netwright.parity;

import io.netwright.compile.Compiler.Mode;
import io.netwright.layer.Bench;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.op.Value;
import io.netwright.program.Executor;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;

/// A layer on the bench, run in float64, and its operands as PyTorch's tensors: what a form computes from.
final class Side {

    private static final String IT = "it";

    private final Bench bench;
    private final Network network;
    private final Executor run;
    /// By port, in the order of the wires.
    private final Map<String, List<Tensor>> inputs = new LinkedHashMap<>();
    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    /// @param mode how the layer is to behave
    Side(Bench bench, Mode mode) {
        this.bench = bench;
        this.network = bench.network();
        this.run = bench.executor(Precision.FLOAT64, mode);
        // states such as batch-norm's are to be seen as they were before the step
        run.parameters().all().forEach((name, t) -> {
            if (name.startsWith(IT + ".")) {
                boolean trained = run.parameters().trainable().containsKey(name);
                parameters.put(name.substring(IT.length() + 1), Torch.of(t).set_requires_grad(trained));
            }
        });
        if (bench.layer().type().equals("CosineEmbedding")) {
            // the bench's random targets are neither together nor apart, which is all that PyTorch knows
            run.targets(t -> {
                for (int i = 0; i < t.size(); i++) {
                    t.set(i, t.get(i) < 0.5 ? -1 : 1);
                }
            });
        }
        run.run(Bench.RUN);
        for (var port : LayerRegistry.STANDARD
                .find(bench.layer().type())
                .orElseThrow()
                .info()
                .inputs()) {
            for (var wire : network.wiresInto(new Port(IT, port.name()))) {
                Value value = program().ports().get(wire.from().toString());
                values.computeIfAbsent(port.name(), p -> new ArrayList<>()).add(value);
                inputs.computeIfAbsent(port.name(), p -> new ArrayList<>())
                        .add(Torch.of(run.tensor(value)).set_requires_grad(true));
            }
        }
    }

    Program program() {
        return run.program();
    }

    Executor run() {
        return run;
    }

    /// @return what comes in at the port `in`
    Tensor in() {
        return inputs.get("in").getFirst();
    }

    /// @return what comes in at a port; null where nothing is wired to it
    @Nullable
    Tensor in(String port) {
        return inputs.containsKey(port) ? inputs.get(port).getFirst() : null;
    }

    /// @return all that comes in at the port `in`, in order
    List<Tensor> all() {
        return inputs.get("in");
    }

    boolean isWired(String port) {
        return inputs.containsKey(port);
    }

    /// @return the layer's parameter or state of that name
    Tensor p(String name) {
        Tensor t = parameters.get(name);
        if (t == null) {
            throw new IllegalArgumentException("no parameter " + name + " in " + parameters.keySet());
        }
        return t;
    }

    /// @return it, or nothing where the layer has none
    TensorOptional maybe(String name) {
        return parameters.containsKey(name) ? new TensorOptional(p(name)) : new TensorOptional();
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    Map<String, Tensor> parameters() {
        return parameters;
    }

    /// @return what the loss under test compares with
    Tensor target() {
        return Torch.of(run.tensor(program().targets().getFirst().value()));
    }

    /// @return the value of a property
    Object get(String key) {
        Prop<?> prop = LayerRegistry.STANDARD.find(bench.layer().type()).orElseThrow().info().props().stream()
                .filter(p -> p.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no property " + key));
        PropValue raw = bench.layer().props().get(key);
        return raw == null ? prop.defaultValue() : prop.decode(raw);
    }

    int i(String key) {
        return (Integer) get(key);
    }

    double d(String key) {
        return (Double) get(key);
    }

    boolean is(String key) {
        return (Boolean) get(key);
    }

    String s(String key) {
        return (String) get(key);
    }

    long[] ints(String key) {
        return ((List<?>) get(key)).stream().mapToLong(n -> (Integer) n).toArray();
    }

    /// @return a list of real numbers as a tensor; nothing where it is empty
    TensorOptional reals(String key) {
        double[] numbers =
                ((List<?>) get(key)).stream().mapToDouble(n -> (Double) n).toArray();
        return numbers.length == 0 ? new TensorOptional() : new TensorOptional(Tensor.create(numbers, numbers.length));
    }

    boolean hasProp(String key) {
        return LayerRegistry.STANDARD.find(bench.layer().type()).orElseThrow().info().props().stream()
                .anyMatch(p -> p.key().equals(key));
    }

    /// The engine's numbers beside PyTorch's, each with a name.
    record Pair(String name, double[] ours, double[] theirs) {

        /// @return the greatest difference, relative to the greatest number where that is more than 1
        double difference() {
            double scale = 1;
            double most = 0;
            if (ours.length != theirs.length) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < ours.length; i++) {
                scale = Math.max(scale, Math.abs(theirs[i]));
                double off = Math.abs(ours[i] - theirs[i]);
                most = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(most, off);
            }
            return most / scale;
        }
    }

    /// @return the layer's output, or the loss
    Value output() {
        Value out = program().ports().get(IT + ".out");
        return out == null ? program().losses().firstEntry().getValue() : out;
    }

    /// Runs PyTorch backwards from the engine's own derivative of the output.
    ///
    /// @param result what the form computed
    /// @return the derivatives of parameters and of what came in, as far as the engine computes them for this layer
    ///   alone
    List<Pair> backward(Tensor result) {
        program()
                .gradient(output())
                .ifPresentOrElse(g -> result.mul(Torch.of(run.tensor(g))).sum().backward(), () -> result.sum()
                        .backward());
        List<Pair> pairs = new ArrayList<>();
        program().parameters().stream()
                .filter(p -> p.name().startsWith(IT + "."))
                .forEach(p -> program()
                        .gradient(p.value())
                        .ifPresent(g -> pairs.add(new Pair(
                                "d " + p.name(),
                                run.tensor(g).toArray(),
                                Torch.numbers(
                                        p(p.name().substring(IT.length() + 1)).grad())))));
        values.forEach((port, list) -> {
            for (int k = 0; k < list.size(); k++) {
                Value value = list.get(k);
                Tensor grad = inputs.get(port).get(k).grad();
                boolean alone = uses(value) == 1;
                if (alone && grad.defined() && program().gradient(value).isPresent()) {
                    pairs.add(new Pair(
                            "d " + port + k,
                            run.tensor(program().gradient(value).get()).toArray(),
                            Torch.numbers(grad)));
                }
            }
        });
        return pairs;
    }

    /// @return how many wires carry `value`, of which the gradients add up
    private long uses(Value value) {
        return network.wires().stream()
                .filter(w -> value.equals(program().ports().get(w.from().toString())))
                .count();
    }
}
