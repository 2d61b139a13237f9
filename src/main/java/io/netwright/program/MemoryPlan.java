package io.netwright.program;

import io.netwright.op.Reshape;
import io.netwright.op.Value;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives every value of a program its memory. Values whose lifetimes do not overlap share a block, the tightest free
/// one that fits; results (outputs, losses, gradients of parameters, next states) live to the end. A reshaped value is
/// the same numbers under other sizes, so it has the memory of what it is made from, its *root*.
final class MemoryPlan {

    private final Program program;
    private final int batch;
    private final boolean keep;
    private final List<Long> blockSizes = new ArrayList<>();
    private final Map<Integer, Integer> blockOf = new HashMap<>();
    private final Map<Integer, Integer> roots = new HashMap<>();

    MemoryPlan(Program program, int batch, boolean keep) {
        this.program = program;
        this.batch = batch;
        this.keep = keep;
        program.inputs().forEach(d -> own(d.value()));
        program.targets().forEach(d -> own(d.value()));
        program.constants().forEach(c -> own(c.value()));
        plan();
    }

    private void own(Value v) {
        blockOf.put(v.id(), blockSizes.size());
        blockSizes.add(v.shape().count(batch));
    }

    private int root(Value v) {
        return roots.getOrDefault(v.id(), v.id());
    }

    /// @return whether the instruction's output is there as soon as its operand is
    boolean isShared(Instruction i) {
        return roots.containsKey(i.output().id());
    }

    private void plan() {
        Set<Integer> results = results();
        Map<Integer, Integer> lastUse = new HashMap<>();
        List<Instruction> list = program.instructions();
        for (int i = 0; i < list.size(); i++) {
            Instruction instruction = list.get(i);
            int output = instruction.output().id();
            // a result is its owner's to change, so it shares with nobody
            if (!keep && instruction.op() instanceof Reshape && !results.contains(output)) {
                roots.put(output, root(instruction.inputs().getFirst()));
            }
            for (Value in : instruction.inputs()) {
                lastUse.put(root(in), i);
            }
        }
        Set<Integer> intermediate = new HashSet<>();
        list.stream()
                .filter(i -> !isShared(i))
                .forEach(i -> intermediate.add(i.output().id()));
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Instruction instruction = list.get(i);
            if (!isShared(instruction)) {
                take(instruction.output(), free);
            }
            if (keep) {
                continue;
            }
            Set<Integer> ending = new HashSet<>();
            instruction.inputs().forEach(v -> ending.add(root(v)));
            ending.add(root(instruction.output()));
            for (int id : ending) {
                boolean over = lastUse.getOrDefault(id, i) <= i;
                if (over && intermediate.contains(id) && !results.contains(id)) {
                    free.add(block(id));
                }
            }
        }
    }

    private int block(int id) {
        return Objects.requireNonNull(blockOf.get(id), "every value has a block");
    }

    private Set<Integer> results() {
        Set<Integer> ids = new HashSet<>();
        program.outputs().values().forEach(v -> ids.add(v.id()));
        program.losses().values().forEach(v -> ids.add(v.id()));
        program.loss().ifPresent(v -> ids.add(v.id()));
        program.updates().forEach(u -> ids.add(u.next().id()));
        program.parameters().forEach(p -> program.gradient(p.value()).ifPresent(g -> ids.add(g.id())));
        return ids;
    }

    private void take(Value v, List<Integer> free) {
        long size = v.shape().count(batch);
        Optional<Integer> fit =
                free.stream().filter(b -> blockSizes.get(b) >= size).min(Comparator.comparingLong(blockSizes::get));
        if (fit.isPresent()) {
            free.remove((Object) fit.get());
            blockOf.put(v.id(), fit.get());
        } else {
            own(v);
        }
    }

    /// @return numbers in all blocks
    long size() {
        return blockSizes.stream().mapToLong(Long::longValue).sum();
    }

    /// Makes the tensors. Those already there (parameters, states) stay.
    void allocate(Precision precision, @Nullable Tensor[] tensors) {
        List<Object> blocks = new ArrayList<>();
        for (long block : blockSizes) {
            int size = Math.toIntExact(block);
            blocks.add(precision == Precision.FLOAT32 ? new float[size] : new double[size]);
        }
        for (Value v : allValues()) {
            int[] dims = v.shape().at(batch);
            Tensor root = tensors[root(v)];
            tensors[v.id()] = root == null ? on(blocks.get(block(v.id())), dims) : root.view(dims);
        }
    }

    private static Tensor on(Object block, int[] dims) {
        return block instanceof float[] f ? new FloatTensor(f, dims) : new DoubleTensor((double[]) block, dims);
    }

    /// @return every value but parameters and states, each after its root
    private List<Value> allValues() {
        List<Value> values = new ArrayList<>();
        program.inputs().forEach(d -> values.add(d.value()));
        program.targets().forEach(d -> values.add(d.value()));
        program.constants().forEach(c -> values.add(c.value()));
        program.instructions().forEach(i -> values.add(i.output()));
        return values;
    }
}
