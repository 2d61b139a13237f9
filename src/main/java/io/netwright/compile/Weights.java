package io.netwright.compile;

import io.netwright.layer.CommonProps;
import io.netwright.layer.LayerException;
import io.netwright.op.Value;
import io.netwright.program.ProgramBuilder;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters and states of a network by name, each there once however many nodes use it.
final class Weights {

    /// Something kept under a name.
    private static final class Kept {
        final Value value;
        /// The node that it belongs to; null as long as only nodes that share it have asked for it.
        @Nullable
        Leaf owner;

        final List<Leaf> sharers = new ArrayList<>();

        Kept(Value value) {
            this.value = value;
        }
    }

    private final ProgramBuilder program;
    private final Found found;
    private final Map<String, Kept> parameters = new LinkedHashMap<>();
    private final Map<String, Value> states = new LinkedHashMap<>();
    /// By state, what it holds once the step is done, as far as the step has been built.
    private final Map<Value, Value> next = new LinkedHashMap<>();
    private final Map<Value, Value> stateOf = new LinkedHashMap<>();

    Weights(ProgramBuilder program, Found found) {
        this.program = program;
        this.found = found;
    }

    /// A parameter of `leaf`, or of the node whose weights it uses; the initialiser of the one that it belongs to
    /// counts.
    ///
    /// @throws LayerException at the reference, where the other node's has another shape
    Value parameter(Leaf leaf, String name, String label, Shape shape, Initialiser.Fans fans, Initialiser init) {
        String full = leaf.weights() + "." + name;
        Kept kept = parameters.get(full);
        if (kept == null) {
            kept = new Kept(program.parameter(full, leaf.weights(), label, shape, fans, init, leaf.frozen()));
            parameters.put(full, kept);
        } else if (!kept.value.shape().equals(shape)) {
            return otherShape(leaf, kept, full, label, shape, fans, init);
        }
        if (!leaf.owns()) {
            kept.sharers.add(leaf);
        } else if (kept.owner == null) {
            kept.owner = leaf;
            if (!kept.sharers.isEmpty()) {
                program.redefine(kept.value, fans, init, leaf.frozen());
            }
        }
        return kept.value;
    }

    private Value otherShape(
            Leaf leaf, Kept kept, String full, String label, Shape shape, Initialiser.Fans fans, Initialiser init) {
        if (!leaf.owns()) {
            throw LayerException.atProperty(CommonProps.SHARES_WITH, sharesShape(full, kept.value.shape(), shape));
        }
        // those that share it came first, and are wrong; their place is to be named, and the owner goes on
        for (Leaf sharer : kept.sharers) {
            found.error(sharer.place(), CommonProps.SHARES_WITH, sharesShape(full, shape, kept.value.shape()));
        }
        return program.parameter(full, leaf.weights(), label, shape, fans, init, leaf.frozen());
    }

    private static Message sharesShape(String full, Shape there, Shape wanted) {
        return Message.of("core.problem.sharesShape", full, there.toString(), wanted.toString());
    }

    /// A state of `leaf`, or of the node whose weights it uses. Where several nodes move it, each sees what the one
    /// before left, as if they were one layer called several times.
    Value state(Leaf leaf, String name, String label, Shape shape, double initial) {
        String full = leaf.weights() + "." + name;
        Value state = states.get(full);
        if (state == null) {
            state = program.state(full, leaf.weights(), label, shape, initial);
            states.put(full, state);
        } else if (!state.shape().equals(shape)) {
            throw LayerException.atProperty(CommonProps.SHARES_WITH, sharesShape(full, state.shape(), shape));
        }
        return next.getOrDefault(state, state);
    }

    /// Says what a state holds once the step is done; a frozen node moves nothing.
    ///
    /// @param given what [#state] gave
    void update(Leaf leaf, Value given, Value then) {
        if (!leaf.frozen()) {
            Value state = stateOf.getOrDefault(given, given);
            next.put(state, then);
            stateOf.put(then, state);
        }
    }

    /// All nodes are built: judges what could not be judged before, and completes the program.
    void finish(Costs costs) {
        boolean judge = !found.hasErrors();
        parameters.forEach((full, kept) -> {
            Leaf owner = kept.owner;
            if (owner != null) {
                costs.parameter(owner, kept.value.shape().elementsPerSample());
                kept.sharers.stream()
                        .filter(s -> s.frozen() && !owner.frozen())
                        .forEach(s -> found.warn(
                                s.place(),
                                CommonProps.FROZEN,
                                Message.of("core.problem.frozenElsewhere", owner.place())));
            } else if (judge) {
                kept.sharers.forEach(s -> found.error(
                        s.place(), CommonProps.SHARES_WITH, Message.of("core.problem.sharesMissing", full)));
            }
        });
        next.forEach(program::update);
    }
}
