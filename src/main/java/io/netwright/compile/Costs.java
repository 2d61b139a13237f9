package io.netwright.compile;

import io.netwright.compile.Compilation.NodeCost;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up what nodes cost, each for itself and for the blocks that it is in. All copies of a block count, weights that
/// they have in common once.
final class Costs {

    private final Map<String, NodeCost> costs = new HashMap<>();

    /// What the ops of a node do.
    void ops(Leaf leaf, List<Instruction> ops) {
        long flops = 0;
        long values = 0;
        for (Instruction i : ops) {
            List<Shape> in = i.inputs().stream().map(Value::shape).toList();
            flops += i.op().flops(in, i.output().shape());
            values += i.output().shape().elementsPerSample();
        }
        add(leaf, new NodeCost(0, 0, flops, values));
    }

    /// A parameter that belongs to a node.
    void parameter(Leaf leaf, long numbers) {
        add(leaf, new NodeCost(numbers, leaf.frozen() ? numbers : 0, 0, 0));
    }

    private void add(Leaf leaf, NodeCost cost) {
        costs.merge(leaf.place(), cost, NodeCost::plus);
        leaf.around().forEach(place -> costs.merge(place, cost, NodeCost::plus));
    }

    Map<String, NodeCost> all() {
        return costs;
    }
}
