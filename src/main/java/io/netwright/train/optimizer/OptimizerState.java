package io.netwright.train.optimizer;

import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// An optimizer at work on the parameters of one network: its rule, and what it remembers. Mutable; owned by the thread
/// that owns the parameters.
///
/// All its tensors are live and named, for checkpoints and for the step view.
public final class OptimizerState {

    private final OptimizerSpec spec;
    private final Rule rule;
    private final List<String> names;
    private final Tensor[] parameters;
    private final Tensor[][] slots;
    private long steps;
    private double learningRate;

    /// A state before the first step.
    ///
    /// @throws io.netwright.layer.Prop.PropException where a hyper-parameter is none that its property accepts
    /// @throws IllegalArgumentException where there is no optimizer of that type
    public OptimizerState(OptimizerSpec spec, Parameters parameters) {
        this.spec = spec;
        this.rule = OptimizerRegistry.STANDARD
                .find(spec.type())
                .orElseThrow(() -> new IllegalArgumentException("no optimizer " + spec.type()))
                .rule(spec);
        this.names = List.copyOf(parameters.trainable().keySet());
        this.parameters = parameters.trainable().values().toArray(Tensor[]::new);
        this.slots = new Tensor[this.parameters.length][];
        for (int p = 0; p < slots.length; p++) {
            slots[p] = new Tensor[rule.slots().size()];
            for (int s = 0; s < slots[p].length; s++) {
                slots[p][s] = Tensor.zeros(parameters.precision(), this.parameters[p].dims());
            }
        }
        this.learningRate = rule.learningRate();
    }

    public OptimizerSpec spec() {
        return spec;
    }

    public Rule rule() {
        return rule;
    }

    /// @return the parameters' names, in the order in which they are numbered
    public List<String> names() {
        return names;
    }

    /// @return the steps taken
    public long steps() {
        return steps;
    }

    /// @return the learning rate of the next step
    public double learningRate() {
        return learningRate;
    }

    /// Sets the learning rate of the steps to come.
    public void learningRate(double rate) {
        this.learningRate = rate;
    }

    /// Begins a step; then each parameter is updated once, in whatever parts.
    public void begin() {
        steps++;
    }

    /// Updates the elements from `from` (inclusive) to `to` (exclusive) of parameter number `p` in the step begun.
    /// Threads may do disjoint parts at the same time.
    ///
    /// @param gradient of the parameter's shape and precision. Not modified.
    public void update(int p, Tensor gradient, int from, int to) {
        rule.update(learningRate, steps, parameters[p], gradient, slots[p], from, to);
    }

    /// Takes a whole step.
    ///
    /// @param gradients by parameter; a parameter without one stays as it is
    public void step(Map<String, Tensor> gradients) {
        begin();
        for (int p = 0; p < parameters.length; p++) {
            Tensor g = gradients.get(names.get(p));
            if (g != null) {
                update(p, g, 0, g.size());
            }
        }
    }

    /// Says what the next step will do to one element of a parameter.
    ///
    /// @param parameter its name
    /// @param gradient  of the parameter's shape
    /// @param element   in row-major order
    public Explanation explain(String parameter, Tensor gradient, int element) {
        int p = number(parameter);
        return rule.explain(learningRate, steps + 1, parameters[p], gradient, slots[p], element);
    }

    /// @return what is remembered of one parameter, by the slots' names; the tensors are live
    public SequencedMap<String, Tensor> slots(String parameter) {
        int p = number(parameter);
        var map = new LinkedHashMap<String, Tensor>();
        for (int s = 0; s < slots[p].length; s++) {
            map.put(rule.slots().get(s).name(), slots[p][s]);
        }
        return Collections.unmodifiableSequencedMap(map);
    }

    /// @return everything that is remembered, named `<slot>/<parameter>`; the tensors are live
    public SequencedMap<String, Tensor> tensors() {
        var map = new LinkedHashMap<String, Tensor>();
        for (String name : names) {
            slots(name).forEach((slot, t) -> map.put(slot + "/" + name, t));
        }
        return map;
    }

    /// Takes over what another state remembers; for checkpoints and for stepping back.
    ///
    /// @param stepsTaken the steps that had been taken
    /// @param tensors    as [#tensors] gives them. Not modified.
    /// @throws IllegalArgumentException where a tensor is missing
    public void restore(long stepsTaken, double rate, Map<String, Tensor> tensors) {
        tensors().forEach((name, t) -> {
            Tensor from = tensors.get(name);
            if (from == null) {
                throw new IllegalArgumentException("no tensor " + name);
            }
            t.copyFrom(from);
        });
        this.steps = stepsTaken;
        this.learningRate = rate;
    }

    private int number(String parameter) {
        int p = names.indexOf(parameter);
        if (p < 0) {
            throw new IllegalArgumentException("no parameter " + parameter);
        }
        return p;
    }
}
