package io.netwright.program;

import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reverse-mode differentiation: walks the instructions from the loss backwards and adds each op's vector-Jacobian
/// product. Where a value went several ways, its gradients are added up.
final class Backward {

    private final ProgramBuilder builder;
    private final Map<Integer, Value> gradients = new HashMap<>();
    private final Set<Integer> trainable = new HashSet<>();

    Backward(ProgramBuilder builder) {
        this.builder = builder;
    }

    /// @return the gradient of every value that depends on a parameter and reaches the loss, by the value's id
    Map<Integer, Value> from(Value loss) {
        List<Instruction> forward = List.copyOf(builder.instructions());
        builder.parameters().stream()
                .filter(p -> !p.frozen())
                .forEach(p -> trainable.add(p.value().id()));
        for (Instruction i : forward) {
            if (i.inputs().stream().anyMatch(v -> trainable.contains(v.id()))) {
                trainable.add(i.output().id());
            }
        }
        gradients.put(loss.id(), builder.constant("dL", Shape.SCALAR, 1));
        for (Instruction i : forward.reversed()) {
            Value gradient = gradients.get(i.output().id());
            if (gradient != null && trainable.contains(i.output().id())) {
                builder.at(i.node(), Phase.BACKWARD);
                List<@Nullable Value> parts = i.op().vjp(builder, i.inputs(), i.output(), gradient);
                for (int k = 0; k < parts.size(); k++) {
                    Value part = parts.get(k);
                    if (part != null) {
                        accumulate(i.inputs().get(k), part);
                    }
                }
            }
        }
        gradients.keySet().retainAll(trainable);
        return gradients;
    }

    private void accumulate(Value value, Value part) {
        if (trainable.contains(value.id())) {
            gradients.merge(value.id(), part, (a, b) -> builder.add("d" + value.label(), a, b));
        }
    }
}
