package io.netwright.ui.canvas;

import io.netwright.compile.Compiler;
import io.netwright.edit.Blocks;
import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.ui.canvas.drawing.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /// @return whether a block is selected alone
    boolean canOpen() {
        return selectedBlock().isPresent();
    }

    /// Opens the selected block as a level.
    boolean open() {
        return selectedBlock().map(n -> open(n.name())).orElse(false);
    }

    /// @return whether the node is a block, which is open then
    boolean open(String name) {
        boolean block = model.network().node(name).filter(Node::isBlock).isPresent();
        if (block) {
            model.openLevel(
                    Stream.concat(model.level().stream(), Stream.of(name)).toList());
        }
        return block;
    }

    /// Has the selected block there so many times, one copy behind the other.
    void repeat(int copies) {
        selectedBlock()
                .ifPresent(n -> model.apply(
                        copies == 1
                                ? Edits.resetProperty(n.name(), Block.REPEAT)
                                : Edits.setProperty(n.name(), Block.REPEAT, PropValue.of(copies))));
    }

    /// @return whether all copies of the selected block use the same weights
    boolean isLinked() {
        return selectedBlock().map(n -> n.props().get(Block.LINKED)).equals(Optional.of(PropValue.of(true)));
    }

    /// Says whether all copies of the selected block use the same weights.
    void link(boolean linked) {
        selectedBlock().ifPresent(n -> model.apply(Edits.setProperty(n.name(), Block.LINKED, PropValue.of(linked))));
    }

    /// Writes the copies of the selected block out.
    void unroll() {
        selectedBlock().ifPresent(n -> model.apply(Blocks.unroll(n.name())));
    }

    /// Gives the block that is open another port.
    ///
    /// @param type [Block#INPUT] or [Block#OUTPUT]
    /// @param at   where its middle goes
    void addPort(String type, Point at) {
        model.additions().add(type, at);
    }

    private Optional<Node> selectedBlock() {
        return selected().filter(Node::isBlock);
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
        return model.compilation().network() == model.network()
                ? new Compiler(model.registry())
                        .parts(
                                model.session().path(node.name()),
                                model.session().compilation())
                : Optional.empty();
    }
}
