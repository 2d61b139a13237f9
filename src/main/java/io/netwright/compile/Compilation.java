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
/// @param shapes      the shape at every output port that could be inferred, batch axis included; inside a block too,
///                    where a node is called `block1.dense1`, and `block1.2.dense1` in the second copy
/// @param costs       by node name (`block1.dense1` inside a block), for every node that could be built; a block's are
///                    those of all its copies
/// @param trained     by node name, what each node asked to have trained; where a node was refused, what it had asked
///                    for until then, so that whoever sets explicit values learns how many are needed
/// @param heads       what the losses judge
public record Compilation(
        Network network,
        Optional<Program> program,
        List<Diagnostic> diagnostics,
        Map<Port, Shape> shapes,
        Map<String, NodeCost> costs,
        Map<String, List<Trained>> trained,
        List<Head> heads) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        shapes = Map.copyOf(shapes);
        costs = Map.copyOf(costs);
        trained = trained.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
        heads = List.copyOf(heads);
    }

    /// A loss and what it judges.
    ///
    /// @param loss       the path of its node, as in [Program#losses]
    /// @param type       its layer
    /// @param prediction the output of a layer that goes into its first input, as in [Program#ports]
    public record Head(String loss, String type, Port prediction) {}

    /// Something that a node trains.
    ///
    /// @param name     the parameter's name within its node, such as `weight`
    /// @param shape    its sizes
    /// @param property the key of the property that chooses its initial values; null where none does
    public record Trained(
            String name, Shape shape, @Nullable String property) {}

    /// What one node costs. Weights that nodes share count where they belong.
    ///
    /// @param parameters       numbers in its parameters
    /// @param frozen           those of them that no training changes
    /// @param flops            floating-point operations for one sample, forward
    /// @param activationValues numbers that its ops produce for one sample
    public record NodeCost(long parameters, long frozen, long flops, long activationValues) {
        public static final NodeCost NONE = new NodeCost(0, 0, 0, 0);

        /// @return numbers that training changes
        public long trainable() {
            return parameters - frozen;
        }

        NodeCost plus(NodeCost other) {
            return new NodeCost(
                    parameters + other.parameters,
                    frozen + other.frozen,
                    flops + other.flops,
                    activationValues + other.activationValues);
        }
    }

    /// @param level the blocks that lead to a network inside, from the outermost
    /// @return what is known of that network, with its nodes called as they are there; of a block that is repeated,
    ///   what holds for the first copy. It has no program. This compilation where `level` is empty
    public Compilation inside(List<String> level) {
        return level.isEmpty() ? this : Inside.of(this, level);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /// @return the diagnostics at node `name`
    public List<Diagnostic> at(String name) {
        return diagnostics.stream().filter(d -> name.equals(d.node())).toList();
    }

    /// @return the diagnostics at node `name`, and at those inside it
    public List<Diagnostic> within(String name) {
        return diagnostics.stream()
                .filter(d ->
                        d.node() != null && (d.node().equals(name) || d.node().startsWith(name + ".")))
                .toList();
    }

    /// @return what all nodes cost together
    public NodeCost cost() {
        // a block's costs are those of what is inside
        return network.nodes().keySet().stream()
                .map(name -> costs.getOrDefault(name, NodeCost.NONE))
                .reduce(NodeCost.NONE, NodeCost::plus);
    }

    /// @return numbers in all parameters
    public long parameters() {
        return cost().parameters();
    }

    /// @return floating-point operations for one sample, forward, of all nodes
    public long flops() {
        return cost().flops();
    }
}
