package io.netwright.train;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.program.Parameters;
import io.netwright.tensor.Tensor;
import io.netwright.train.optimizer.OptimizerState;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes over from a run what survives a change of its network, data or settings: weights and states, and what the
/// optimizer remembers of them.
///
/// A tensor is kept where its name and shape are the same, or where its node was only renamed. One that changed its
/// shape keeps what overlaps: what is new of its inputs begins at 0, so that a widened layer hands on what it handed on
/// before, and what is new of its outputs is drawn. A new layer that could be the identity is the identity at first
/// (Chen, Goodfellow and Shlens, "Net2Net", 2016), so that inserting it changes no answer; all else is drawn.
public final class Transplant {

    /// What became of a tensor.
    public enum Fate {
        KEPT,
        TRANSFORMED,
        NEW,
        RESET,
        GONE
    }

    /// @param fates     by name of the tensor, in the order of the network
    /// @param memory    whether the optimizer goes on with what it remembers; else it begins anew
    public record Report(SequencedMap<String, Fate> fates, boolean memory) {
        public Report {
            fates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fates));
        }

        /// @return the tensors of one fate
        public List<String> of(Fate fate) {
            return fates.entrySet().stream()
                    .filter(e -> e.getValue() == fate)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /// @param moment where the new run begins
    public record Result(Moment moment, Report report) {}

    private final Network before;
    private final Network after;
    private final Moment old;
    private final TrainingPlan plan;
    private final Parameters fresh;
    private final Map<String, String> renamed = new HashMap<>();
    private final SequencedMap<String, Fate> fates = new LinkedHashMap<>();

    private Transplant(Network before, Moment old, Network after, TrainingPlan plan) {
        this.before = before;
        this.after = after;
        this.old = old;
        this.plan = plan;
        this.fresh = plan.initial(old.seed());
    }

    /// @param before the network that `old` is a moment of
    /// @param old    not modified
    /// @param after  the network of `plan`
    /// @param sameData whether batches are the same as before; else the epoch under way begins anew
    public static Result of(Network before, Moment old, Network after, TrainingPlan plan, boolean sameData) {
        return new Transplant(before, old, after, plan).run(sameData);
    }

    private Result run(boolean sameData) {
        findRenamed();
        Set<String> used = new HashSet<>();
        fresh.all().forEach((name, to) -> {
            String from = source(name);
            Optional<Tensor> there = old.parameters().find(from);
            if (there.isPresent()) {
                used.add(from);
            }
            fates.put(name, fate(name, there.orElse(null), to));
        });
        old.parameters().all().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> fates.putIfAbsent(name, Fate.GONE));
        OptimizerState optimizer = new OptimizerState(plan.spec().update(), fresh);
        boolean memory = remember(optimizer);
        double rate = optimizer.spec().equals(old.optimizer().spec()) ? old.rate() : optimizer.learningRate();
        Moment moment = new Moment(
                fresh, optimizer, old.seed(), old.epoch(), sameData ? old.batch() : 0, old.step(), rate, old.judged());
        return new Result(moment, new Report(fates, memory));
    }

    /// A node that is gone and a node that is new are one, renamed, where they are the only ones of their type and
    /// settings.
    private void findRenamed() {
        List<Node> gone = before.nodes().values().stream()
                .filter(n -> after.node(n.name()).isEmpty())
                .toList();
        List<Node> come = after.nodes().values().stream()
                .filter(n -> before.node(n.name()).isEmpty())
                .toList();
        for (Node now : come) {
            List<Node> was = gone.stream().filter(n -> isSame(n, now)).toList();
            if (was.size() == 1 && come.stream().filter(n -> isSame(n, now)).count() == 1) {
                renamed.put(now.name(), was.getFirst().name());
            }
        }
    }

    private static boolean isSame(Node a, Node b) {
        return a.type().equals(b.type()) && a.props().equals(b.props());
    }

    private String source(String name) {
        String node = node(name);
        return renamed.getOrDefault(node, node) + name.substring(node.length());
    }

    private static String node(String tensor) {
        return tensor.substring(0, tensor.lastIndexOf('.'));
    }

    private Fate fate(String name, @Nullable Tensor from, Tensor to) {
        String node = node(name);
        boolean sameType = before.node(renamed.getOrDefault(node, node))
                .flatMap(was -> after.node(node).map(now -> was.type().equals(now.type())))
                .orElse(false);
        if (from == null) {
            if (before.node(node).isEmpty() && isSquare(node)) {
                identity(name, to);
            }
            return Fate.NEW;
        }
        if (Arrays.equals(from.dims(), to.dims()) && sameType) {
            to.copyFrom(from);
            return Fate.KEPT;
        }
        if (from.rank() == to.rank() && sameType) {
            overlap(from, to, true);
            return Fate.TRANSFORMED;
        }
        return Fate.RESET;
    }

    private boolean isSquare(String node) {
        return fresh.find(node + ".weight").filter(Transplant::isSquare).isPresent();
    }

    private static boolean isSquare(Tensor weight) {
        boolean kernel = weight.rank() == 4 && weight.dim(2) % 2 == 1 && weight.dim(3) % 2 == 1;
        return weight.rank() >= 2 && weight.dim(0) == weight.dim(1) && (weight.rank() == 2 || kernel);
    }

    private static void identity(String name, Tensor to) {
        if (name.endsWith(".weight")) {
            to.fill(0);
            for (int i = 0; i < to.dim(0); i++) {
                to.set(to.rank() == 2 ? to.offset(i, i) : to.offset(i, i, to.dim(2) / 2, to.dim(3) / 2), 1);
            }
        } else if (name.endsWith(".bias")) {
            to.fill(0);
        }
    }

    /// Copies what both have.
    ///
    /// @param silent whether numbers that belong to new inputs of outputs that were there become 0
    private static void overlap(Tensor from, Tensor to, boolean silent) {
        // a matrix has inputs by outputs, a kernel outputs by inputs
        int inputs = to.rank() == 2 ? 0 : 1;
        for (int i = 0; i < to.size(); i++) {
            int[] index = to.index(i);
            boolean within = true;
            boolean newInput = to.rank() >= 2;
            for (int axis = 0; axis < index.length; axis++) {
                boolean there = index[axis] < from.dim(axis);
                within &= there;
                newInput &= (axis == inputs) != there;
            }
            if (within) {
                to.set(i, from.get(from.offset(index)));
            } else if (newInput && silent) {
                to.set(i, 0);
            }
        }
    }

    /// Hands on what the optimizer remembers of what was kept.
    ///
    /// @return whether it remembers the same things as before; else nothing is handed on
    private boolean remember(OptimizerState optimizer) {
        if (!optimizer.spec().type().equals(old.optimizer().spec().type())) {
            return false;
        }
        Map<String, Tensor> there = old.optimizer().tensors();
        Map<String, Tensor> all = new LinkedHashMap<>();
        optimizer.tensors().forEach((name, t) -> {
            int slash = name.indexOf('/');
            String parameter = name.substring(slash + 1);
            Tensor was = there.get(name.substring(0, slash + 1) + source(parameter));
            Fate fate = fates.getOrDefault(parameter, Fate.NEW);
            Tensor now = t.copy();
            if (was != null && fate == Fate.KEPT) {
                now.copyFrom(was);
            } else if (was != null && fate == Fate.TRANSFORMED) {
                overlap(was, now, false);
            }
            all.put(name, now);
        });
        optimizer.restore(old.optimizer().steps(), optimizer.learningRate(), all);
        return true;
    }
}
