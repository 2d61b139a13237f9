package io.netwright.compile;

import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.program.Program;
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of a network: a program where it makes sense; in any case everything that could be found out about it.
///
/// @param network     what was compiled
/// @param program     present where no diagnostic is an error
/// @param diagnostics in the order of the nodes
/// @param shapes      the shape at every output port that could be inferred, batch axis included
/// @param costs       by node name, for every node that could be built
/// @param trained     by node name, what each node asked to have trained; where a node was refused, what it had asked
///                    for until then, so that whoever sets explicit values learns how many are needed
public record Compilation(
        Network network,
        Optional<Program> program,
        List<Diagnostic> diagnostics,
        Map<Port, Shape> shapes,
        Map<String, NodeCost> costs,
        Map<String, List<Trained>> trained) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        shapes = Map.copyOf(shapes);
        costs = Map.copyOf(costs);
        trained = trained.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    /// Something that a node trains.
    ///
    /// @param name     the parameter's name within its node, such as `weight`
    /// @param shape    its sizes
    /// @param property the key of the property that chooses its initial values; null where none does
    public record Trained(
            String name, Shape shape, @Nullable String property) {}

    /// What one node costs.
    ///
    /// @param parameters       trainable numbers
    /// @param flops            floating-point operations for one sample, forward
    /// @param activationValues numbers that its ops produce for one sample
    public record NodeCost(long parameters, long flops, long activationValues) {
        public static final NodeCost NONE = new NodeCost(0, 0, 0);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /// @return the diagnostics at node `name`
    public List<Diagnostic> at(String name) {
        return diagnostics.stream().filter(d -> name.equals(d.node())).toList();
    }

    /// @return trainable numbers of all nodes
    public long parameters() {
        return costs.values().stream().mapToLong(NodeCost::parameters).sum();
    }

    /// @return floating-point operations for one sample, forward, of all nodes
    public long flops() {
        return costs.values().stream().mapToLong(NodeCost::flops).sum();
    }
}
