package io.netwright.ui.canvas;

import io.netwright.compile.Compiler;
import io.netwright.edit.Blocks;
import io.netwright.edit.Edit;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Blocks made of what is selected, and taken apart again.
final class BlockMaking {

    private static final String STEM = "block";

    private final CanvasViewModel model;

    BlockMaking(CanvasViewModel model) {
        this.model = model;
    }

    /// Puts the selected nodes into a block. What nothing takes yet is a port all the same, to be wired later.
    boolean group() {
        Set<String> names = model.selection();
        return !names.isEmpty() && model.apply(Blocks.group(names, STEM, loose(names)));
    }

    private List<Port> loose(Set<String> names) {
        Network network = model.network();
        Set<Port> taken = new HashSet<>();
        network.wires().forEach(w -> taken.add(w.from()));
        List<Port> loose = new ArrayList<>();
        for (String name : names) {
            network.node(name).ifPresent(n -> model.registry().outputs(n).stream()
                    .map(p -> new Port(name, p.name()))
                    .filter(p -> !taken.contains(p))
                    .forEach(loose::add));
        }
        return loose;
    }

    /// @return whether a block, or a layer that is made of others, is selected alone
    boolean canUnpack() {
        return selected().filter(n -> n.isBlock() || parts(n).isPresent()).isPresent();
    }

    /// Puts what is inside the selected block, or what the selected layer is made of, in its place.
    boolean unpack() {
        Node node = selected().orElse(null);
        if (node == null) {
            return false;
        }
        Edit unpack = Blocks.unpack(node.name(), model.registry()::canHaveWeights);
        if (node.isBlock()) {
            return model.apply(unpack);
        }
        return parts(node)
                .map(parts -> model.apply(Blocks.open(node.name(), parts).then(unpack)))
                .orElse(false);
    }

    /// Turns the selected layer into a block of what it is made of, to be changed and repeated.
    boolean toBlock() {
        return selected()
                .filter(n -> !n.isBlock())
                .flatMap(n -> parts(n).map(parts -> model.apply(Blocks.open(n.name(), parts))))
                .orElse(false);
    }

    private Optional<Node> selected() {
        Set<String> names = model.selection();
        return names.size() == 1 ? model.network().node(names.iterator().next()) : Optional.empty();
    }

    private Optional<Block> parts(Node node) {
        return model.session().compilation().network() == model.network()
                ? new Compiler(model.registry())
                        .parts(node.name(), model.session().compilation())
                : Optional.empty();
    }
}
