package io.netwright.ui.step;

import io.netwright.network.Wire;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The network above the frames: it only shows, and lights the node that a frame belongs to.
public interface NetworkStrip {

    /// @return what is shown; the same each time
    Node node();

    /// Lights a node.
    ///
    /// @param name     null lights none
    /// @param backward whether gradients flow, rather than values
    void focus(@Nullable String name, boolean backward);

    /// Draws the way that a gradient took, against the direction of the wires.
    ///
    /// @param wires of the network; empty draws none
    void path(Set<Wire> wires);

    /// Puts something small on a node, such as how it came off in a check; null takes it away.
    ///
    /// @param name as programs call it
    void mark(String name, @Nullable Node badge);
}
