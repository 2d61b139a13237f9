package io.netwright.compile;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Blas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a network into a program. Pure: the same network, data and mode give the same result.
///
/// It never stops at the first problem: a node that cannot be built leaves its outputs unknown, the nodes behind it
/// wait silently, and everything else is judged. Blocks are opened and their copies written out first, so that nothing
/// behind the compiler knows of them: the second copy's `dense1` is the node `block1.2.dense1` of the program.
public final class Compiler {

    /// What the program is for.
    public enum Mode {
        /// Forward, loss and backward; dropout drops and batch-norm uses the batch.
        TRAINING,
        /// Forward and loss as the finished network computes them.
        EVALUATION
    }

    private final LayerRegistry registry;

    public Compiler(LayerRegistry registry) {
        this.registry = registry;
    }

    /// @param data what the network is to run on; null where no data set is chosen yet
    public Compilation compile(Network network, @Nullable DataSignature data, Mode mode) {
        if (mode == Mode.TRAINING) {
            // whoever compiles for training will soon multiply matrices
            Blas.prepare();
        }
        return new Pass(registry, data, mode).run(network);
    }

    /// Builds one node on its own, as if values of those shapes came in. It says whether a wire would do, before it is
    /// drawn.
    ///
    /// @param inputs the shapes at each of its inputs, batch axis included, in the order of the wires
    /// @return shapes and cost of that node, or what it has to say against its inputs; nothing about a whole network
    public Compilation probe(Node node, Map<String, List<Shape>> inputs, @Nullable DataSignature data) {
        Network network = new Network(List.of(node), List.of());
        Map<Port, Shape> sources = new LinkedHashMap<>();
        for (Map.Entry<String, List<Shape>> input : inputs.entrySet()) {
            for (Shape shape : input.getValue()) {
                Port source = new Port(node.name() + " source " + sources.size(), "out");
                sources.put(source, shape);
                network = network.plus(Node.of(source.node(), "source"))
                        .plus(new Wire(source, new Port(node.name(), input.getKey())));
            }
        }
        return new Pass(registry, data, Mode.TRAINING).probe(network, node.name(), sources);
    }

    /// What a node of a composite layer is made of, so that it can be turned into a block and unpacked.
    ///
    /// @param path     of the node: its name, or `block1.residual1` inside a block
    /// @param compiled the network that it is in; knows the shapes that come in
    /// @return the parts; empty where the layer is not made of others, or cannot be built as it stands
    public Optional<Block> parts(String path, Compilation compiled) {
        return PartsOf.of(registry, path, compiled);
    }
}
