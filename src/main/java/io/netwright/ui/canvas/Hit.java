package io.netwright.ui.canvas;

import io.netwright.ui.canvas.drawing.Card;
import javafx.scene.Node;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// What lies under the mouse.
sealed interface Hit {

    record OnPort(NodeView node, PortView port) implements Hit {}

    record OnNode(Card card) implements Hit {}

    record OnWire(WireView wire) implements Hit {}

    record OnChip(ChipView chip) implements Hit {}

    record Nothing() implements Hit {}

    static Hit of(@Nullable PickResult pick) {
        PortView port = null;
        for (Node n = pick == null ? null : pick.getIntersectedNode(); n != null; n = n.getParent()) {
            switch (n) {
                case PortView p -> port = p;
                case NodeView node -> {
                    return port == null ? new OnNode(node.card()) : new OnPort(node, port);
                }
                case ChipView chip -> {
                    return new OnChip(chip);
                }
                case WireView wire -> {
                    return new OnWire(wire);
                }
                default -> {}
            }
        }
        return new Nothing();
    }
}
