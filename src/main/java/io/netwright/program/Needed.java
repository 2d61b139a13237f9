package io.netwright.program;

import io.netwright.op.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the instructions whose result somebody needs; the others (the gradient of the data, say) are dropped.
final class Needed {

    private Needed() {}

    static List<Instruction> of(
            ProgramBuilder builder,
            Optional<Value> loss,
            Map<Integer, Value> gradients,
            Collection<Program.Update> updates,
            Map<String, Value> ports,
            Map<String, Value> outputs,
            Map<String, Value> losses) {
        Set<Integer> needed = new HashSet<>();
        loss.ifPresent(v -> needed.add(v.id()));
        for (Program.Parameter p : builder.parameters()) {
            Value g = gradients.get(p.value().id());
            if (g != null) {
                needed.add(g.id());
            }
        }
        updates.forEach(u -> needed.add(u.next().id()));
        ports.values().forEach(v -> needed.add(v.id()));
        outputs.values().forEach(v -> needed.add(v.id()));
        losses.values().forEach(v -> needed.add(v.id()));
        List<Instruction> kept = new ArrayList<>();
        for (Instruction i : builder.instructions().reversed()) {
            if (needed.contains(i.output().id())) {
                i.inputs().forEach(v -> needed.add(v.id()));
                kept.add(i);
            }
        }
        return kept.reversed();
    }
}
