package io.netwright.program;

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
/// one that fits; results (outputs, losses, gradients of parameters, next states) live to the end.
final class MemoryPlan {

    private final Program program;
    private final int batch;
    private final boolean keep;
    private final List<Integer> blockSizes = new ArrayList<>();
    private final Map<Integer, Integer> blockOf = new HashMap<>();

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
        blockSizes.add(v.shape().elements(batch));
    }

    private void plan() {
        Map<Integer, Integer> lastUse = new HashMap<>();
        List<Instruction> list = program.instructions();
        for (int i = 0; i < list.size(); i++) {
            for (Value in : list.get(i).inputs()) {
                lastUse.put(in.id(), i);
            }
        }
        Set<Integer> results = results();
        Set<Integer> intermediate = new HashSet<>();
        list.forEach(i -> intermediate.add(i.output().id()));
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Instruction instruction = list.get(i);
            take(instruction.output(), free);
            if (keep) {
                continue;
            }
            Set<Integer> ending = new HashSet<>();
            instruction.inputs().forEach(v -> ending.add(v.id()));
            ending.add(instruction.output().id());
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
        int size = v.shape().elements(batch);
        Optional<Integer> fit =
                free.stream().filter(b -> blockSizes.get(b) >= size).min(Comparator.comparingInt(blockSizes::get));
        if (fit.isPresent()) {
            free.remove((Object) fit.get());
            blockOf.put(v.id(), fit.get());
        } else {
            own(v);
        }
    }

    /// @return numbers in all blocks
    long size() {
        return blockSizes.stream().mapToLong(Integer::longValue).sum();
    }

    /// Makes the tensors. Those already there (parameters, states) stay.
    void allocate(Precision precision, @Nullable Tensor[] tensors) {
        List<Object> blocks = new ArrayList<>();
        for (int size : blockSizes) {
            blocks.add(precision == Precision.FLOAT32 ? new float[size] : new double[size]);
        }
        allValues().forEach((id, v) -> {
            Object block = blocks.get(block(id));
            int[] dims = v.shape().at(batch);
            tensors[id] =
                    block instanceof float[] f ? new FloatTensor(f, dims) : new DoubleTensor((double[]) block, dims);
        });
    }

    private Map<Integer, Value> allValues() {
        Map<Integer, Value> values = new HashMap<>();
        program.inputs().forEach(d -> values.put(d.value().id(), d.value()));
        program.targets().forEach(d -> values.put(d.value().id(), d.value()));
        program.constants().forEach(c -> values.put(c.value().id(), c.value()));
        program.instructions().forEach(i -> values.put(i.output().id(), i.output()));
        return values;
    }
}
