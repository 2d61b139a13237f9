package io.netwright.app;

import io.netwright.network.Wire;
import io.netwright.step.GradientPath;
import io.netwright.ui.Session;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.CanvasView;
import io.netwright.ui.canvas.CanvasViewModel;
import io.netwright.ui.canvas.Pass;
import io.netwright.ui.step.NetworkStrip;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The canvas in one row, above the frames of a step.
final class CanvasStrip implements NetworkStrip {

    private final CanvasView canvas;

    CanvasStrip(Session session, Words words, Executor background) {
        canvas = new CanvasView(CanvasViewModel.inOneRow(session, words, background), true);
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public void focus(@Nullable String name, boolean backward) {
        // what is within a block is lit as the block
        canvas.setFocus(name == null ? null : GradientPath.drawn(name), backward ? Pass.BACKWARD : Pass.FORWARD);
    }

    @Override
    public void path(Set<Wire> wires) {
        canvas.setPath(wires);
    }

    @Override
    public void mark(String name, @Nullable Node badge) {
        canvas.setBadge(name, badge);
    }
}
