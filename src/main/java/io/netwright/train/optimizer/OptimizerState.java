package io.netwright.train.optimizer;

import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// An optimizer at work on the parameters of one network: its rule, what it remembers, and what is done to gradients
/// before it. Mutable; owned by the thread that owns the parameters.
///
/// All its tensors are live and named, for checkpoints and for the step view.
public final class OptimizerState {

    private static final String AVERAGE = "average";

    private final UpdateSpec spec;
    private final Parameters owner;
    private final Grouping grouping;
    private final List<String> names;
    private final Tensor[] parameters;
    private final Tensor[][] slots;
    private final Kernel.Bound[] kernels;
    private final @Nullable WeightAverage average;
    /// Null where the step follows from the gradients alone.
    private @Nullable Search search;

    private double[][] constants = {};
    private long steps;
    private double learningRate;
    /// What gradients are multiplied by so that their norm keeps to its limit.
    private double clip = 1;

    /// A state before the first step.
    ///
    /// @throws io.netwright.layer.Prop.PropException where a hyper-parameter is none that its property accepts
    /// @throws IllegalArgumentException where there is no optimizer of that type
    public OptimizerState(UpdateSpec spec, Parameters parameters) {
        this.spec = spec;
        this.owner = parameters;
        this.grouping = new Grouping(spec, parameters.trainable());
        this.names = List.copyOf(parameters.trainable().keySet());
        this.parameters = parameters.trainable().values().toArray(Tensor[]::new);
        this.slots = new Tensor[this.parameters.length][];
        this.kernels = new Kernel.Bound[slots.length];
        for (int p = 0; p < slots.length; p++) {
            slots[p] = new Tensor[grouping.rule(p).slots().size()];
            for (int s = 0; s < slots[p].length; s++) {
                slots[p][s] = Tensor.zeros(parameters.precision(), this.parameters[p].dims());
            }
            kernels[p] = grouping.rule(p).kernel().bind(this.parameters[p], slots[p]);
        }
        this.average = spec.emaDecay() == 0 ? null : new WeightAverage(parameters, spec.emaDecay());
        this.search = grouping.search().orElse(null);
        this.learningRate = grouping.rule().learningRate();
    }

    /// An optimizer with nothing around it.
    public OptimizerState(OptimizerSpec spec, Parameters parameters) {
        this(UpdateSpec.of(spec), parameters);
    }

    /// @return the same, with all that is remembered, at work on other parameters of the same names and shapes
    public OptimizerState on(Parameters others) {
        OptimizerState copy = new OptimizerState(spec, others);
        copy.restore(steps, learningRate, tensors());
        copy.search = search == null ? null : search.copy();
        return copy;
    }

    public OptimizerSpec spec() {
        return spec.optimizer();
    }

    /// @return the rule of parameters that belong to no group; all rules remember the same things
    public Rule rule() {
        return grouping.rule();
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

    /// @return what is to be judged and kept: the parameters, or their average where one is made. Live.
    public Parameters result() {
        return average == null ? owner : average.parameters();
    }

    /// Says that the parameters were replaced by others: an average begins anew with them.
    public void restart() {
        if (average != null) {
            average.restart(owner);
        }
    }

    /// @return whether [#search] must be called before each step
    public boolean isSearching() {
        return search != null;
    }

    /// Finds the next step. The parameters are as before afterwards; the gradients are not.
    ///
    /// @param loss  of the batch, with its gradients in `batch`
    /// @param batch the step's
    /// @throws io.netwright.text.UserException where the network is none that the optimizer can train
    public void search(double loss, Repeatable batch) {
        if (search == null) {
            throw new IllegalStateException(spec.optimizer().type() + " does not search");
        }
        Whole whole = new Whole(parameters, batch);
        double[] before = whole.get();
        double[] gradient = before.clone();
        whole.gradient(gradient);
        double[] after = search.next(learningRate, before, loss, gradient, whole);
        whole.set(before);
        int at = 0;
        for (Tensor[] slot : slots) {
            for (int i = 0; i < slot[0].size(); i++, at++) {
                slot[0].set(i, after[at] - before[at]);
            }
        }
    }

    /// Begins a step; then [#clip] is called for each gradient, and each parameter is updated once, both in whatever
    /// parts.
    ///
    /// @param gradients by parameter number, raw; null where a parameter has none
    public void begin(@Nullable Tensor[] gradients) {
        steps++;
        clip = spec.clipping().factor(gradients);
        constants = grouping.constants(learningRate, steps);
    }

    /// @return whether [#clip] may change anything in the step begun
    public boolean isClipping() {
        return !spec.clipping().isOff();
    }

    /// Clips the numbers from `from` (inclusive) to `to` (exclusive) of a gradient, once.
    ///
    /// @param gradient modified
    public void clip(Tensor gradient, int from, int to) {
        spec.clipping().apply(clip, gradient, from, to);
    }

    /// Updates the elements from `from` (inclusive) to `to` (exclusive) of parameter number `p` in the step begun.
    /// Threads may do disjoint parts at the same time.
    ///
    /// @param gradient of the parameter's shape and precision, clipped. Not modified.
    public void update(int p, Tensor gradient, int from, int to) {
        kernels[p].run(grouping.of(constants, p), gradient, from, to);
        if (average != null) {
            average.add(p, parameters[p], from, to);
        }
    }

    /// Takes a whole step.
    ///
    /// @param gradients by parameter, raw; a parameter without one stays as it is. Not modified.
    public void step(Map<String, Tensor> gradients) {
        begin(numbered(gradients));
        for (int p = 0; p < parameters.length; p++) {
            Tensor g = gradients.get(names.get(p));
            if (g != null) {
                Tensor clipped = isClipping() ? g.copy() : g;
                clip(clipped, 0, g.size());
                update(p, clipped, 0, g.size());
            }
        }
    }

    private @Nullable Tensor[] numbered(Map<String, Tensor> gradients) {
        @Nullable Tensor[] numbered = new Tensor[names.size()];
        for (int p = 0; p < numbered.length; p++) {
            numbered[p] = gradients.get(names.get(p));
        }
        return numbered;
    }

    /// Looks at the gradients of the next step, so that [#explain] knows by what they will be clipped.
    ///
    /// @param gradients by parameter, raw
    public void foresee(Map<String, Tensor> gradients) {
        clip = spec.clipping().factor(numbered(gradients));
    }

    /// Says what the next step will do to one element of a parameter.
    ///
    /// @param parameter its name
    /// @param gradient  of the parameter's shape, raw
    /// @param element   in row-major order
    public Explanation explain(String parameter, Tensor gradient, int element) {
        int p = number(parameter);
        Rule rule = grouping.rule(p);
        Explanation.Builder e =
                rule.telling(grouping.rate(learningRate, p), steps + 1, parameters[p], gradient, slots[p], element);
        spec.clipping().tell(e, clip);
        rule.explain(e);
        return e.build();
    }

    /// @return what is remembered of one parameter, by the slots' names; the tensors are live
    public SequencedMap<String, Tensor> slots(String parameter) {
        int p = number(parameter);
        var map = new LinkedHashMap<String, Tensor>();
        for (int s = 0; s < slots[p].length; s++) {
            map.put(grouping.rule(p).slots().get(s).name(), slots[p][s]);
        }
        return Collections.unmodifiableSequencedMap(map);
    }

    /// @return everything that is remembered, named `<slot>/<parameter>`; the tensors are live
    public SequencedMap<String, Tensor> tensors() {
        var map = new LinkedHashMap<String, Tensor>();
        for (String name : names) {
            slots(name).forEach((slot, t) -> map.put(slot + "/" + name, t));
        }
        if (average != null) {
            average.parameters().trainable().forEach((name, t) -> map.put(AVERAGE + "/" + name, t));
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

    /// @return what the search for steps remembers beside the tensors; empty where there is none. A copy
    public double[] searchMemory() {
        return search == null ? new double[0] : search.memory();
    }

    /// Takes over what another state's search remembers.
    ///
    /// @param memory as [#searchMemory] gives it. Not modified.
    /// @throws IllegalArgumentException where it cannot come from there
    public void recallSearch(double[] memory) {
        if (search != null) {
            search.recall(memory);
        } else if (memory.length > 0) {
            throw new IllegalArgumentException(spec.optimizer().type() + " does not search");
        }
    }

    private int number(String parameter) {
        int p = names.indexOf(parameter);
        if (p < 0) {
            throw new IllegalArgumentException("no parameter " + parameter);
        }
        return p;
    }
}
