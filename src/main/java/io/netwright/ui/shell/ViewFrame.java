package io.netwright.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Holds the view that is shown, at the size there is. A view that needs more width than a small window has is drawn
/// smaller, down to a limit: it neither loses its edges nor pushes the rest of the window out of sight.
final class ViewFrame extends Region {

    private static final double SMALLEST = 0.8;

    private final Rectangle clip = new Rectangle();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private @Nullable Node view;

    ViewFrame() {
        setMinSize(0, 0);
        setClip(clip);
    }

    /// @param node null for nothing
    void show(@Nullable Node node) {
        if (view != null) {
            view.getTransforms().remove(scale);
        }
        view = node;
        if (node == null) {
            getChildren().clear();
        } else {
            node.getTransforms().add(scale);
            getChildren().setAll(node);
        }
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        if (view == null) {
            return;
        }
        double needs = view.minWidth(-1);
        double k = needs > getWidth() ? Math.max(SMALLEST, getWidth() / needs) : 1;
        scale.setX(k);
        scale.setY(k);
        view.resizeRelocate(0, 0, getWidth() / k, getHeight() / k);
    }
}
