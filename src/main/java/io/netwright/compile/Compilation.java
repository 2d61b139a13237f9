package io.netwright.compile;

import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.program.Program;
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a network: a program where it makes sense; in any case everything that could be found out about it.
///
/// @param network     what was compiled
/// @param program     present where no diagnostic is an error
/// @param diagnostics in the order of the nodes
/// @param shapes      the shape at every output port that could be inferred, batch axis included
/// @param costs       by node name, for every node that could be built
public record Compilation(
        Network network,
        Optional<Program> program,
        List<Diagnostic> diagnostics,
        Map<Port, Shape> shapes,
        Map<String, NodeCost> costs) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        shapes = Map.copyOf(shapes);
        costs = Map.copyOf(costs);
    }

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
