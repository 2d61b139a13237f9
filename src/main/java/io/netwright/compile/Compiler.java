package io.netwright.compile;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Network;
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
        return new Pass(registry, data, mode).run(network);
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
