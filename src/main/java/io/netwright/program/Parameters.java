package io.netwright.program;

import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The numbers of a network: its trainable parameters and its states, by name. A frozen parameter is among the states,
/// so that no optimizer ever meets it. Mutable; owned by one thread.
public final class Parameters {

    private final Precision precision;
    private final SequencedMap<String, Tensor> trainable;
    private final SequencedMap<String, Tensor> states;

    private Parameters(
            Precision precision, SequencedMap<String, Tensor> trainable, SequencedMap<String, Tensor> states) {
        this.precision = precision;
        this.trainable = trainable;
        this.states = states;
    }

    /// @return a network's numbers before training. Each parameter's depend on `seed` and on its own name alone, so a
    ///   layer
    ///     added elsewhere changes none of them, and float32 is float64 rounded.
    public static Parameters initial(Program program, Precision precision, long seed) {
        var trainable = new LinkedHashMap<String, Tensor>();
        var states = new LinkedHashMap<String, Tensor>();
        for (Program.Parameter p : program.parameters()) {
            int[] dims = p.value().shape().at(1);
            double[] values = new double[p.size()];
            p.init().fill(values, dims, p.fans(), random(seed, p.name()));
            (p.frozen() ? states : trainable).put(p.name(), Tensor.of(precision, values, dims));
        }
        for (Program.State s : program.states()) {
            Tensor t = Tensor.zeros(precision, s.value().shape().at(1));
            t.fill(s.initial());
            states.put(s.name(), t);
        }
        return new Parameters(precision, trainable, states);
    }

    private static RandomGenerator random(long seed, String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ hash);
    }

    public Precision precision() {
        return precision;
    }

    /// @return the trainable tensors by name, in the order of the program; the tensors are live
    public SequencedMap<String, Tensor> trainable() {
        return Collections.unmodifiableSequencedMap(trainable);
    }

    /// @return the states by name; the tensors are live
    public SequencedMap<String, Tensor> states() {
        return Collections.unmodifiableSequencedMap(states);
    }

    /// @return both, trainable ones first
    public SequencedMap<String, Tensor> all() {
        var all = new LinkedHashMap<>(trainable);
        all.putAll(states);
        return all;
    }

    /// @return the tensor of that name, trainable or state
    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(trainable.containsKey(name) ? trainable.get(name) : states.get(name));
    }

    /// @return these states, shared, with other trainable tensors
    ///
    /// @param others by the same names, in this precision; handed over
    public Parameters withTrainable(SequencedMap<String, Tensor> others) {
        return new Parameters(precision, others, states);
    }

    /// @return numbers of their own, the same, in `target` precision
    public Parameters copy(Precision target) {
        return new Parameters(target, copies(trainable, target), copies(states, target));
    }

    /// Takes over the other's numbers.
    ///
    /// @param from in either precision, with a tensor for each name here. Not modified.
    /// @throws IllegalArgumentException where one is missing or has another size
    public void copyFrom(Parameters from) {
        all().forEach((name, t) ->
                t.copyFrom(from.find(name).orElseThrow(() -> new IllegalArgumentException("no tensor " + name))));
    }

    private static SequencedMap<String, Tensor> copies(Map<String, Tensor> from, Precision target) {
        var copy = new LinkedHashMap<String, Tensor>();
        from.forEach((name, t) -> {
            Tensor c = Tensor.zeros(target, t.dims());
            c.copyFrom(t);
            copy.put(name, c);
        });
        return copy;
    }
}
