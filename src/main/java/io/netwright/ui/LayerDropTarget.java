package io.netwright.ui;

/// Where a thing can be dropped that is dragged out of the palette: the canvas.
///
/// The drag is a plain mouse drag. Whoever started it keeps getting the mouse events, passes on where the pointer is,
/// and ends with exactly one of [#drop] and [#cancel]. Unlike drag-and-drop of the platform it works the same
/// everywhere, on a machine without a display, too. Coordinates are those of the scene. Used on the JavaFX thread.
public interface LayerDropTarget {

    /// Shows what dropping here would do: a ghost of the node and, for a layer over a wire, that it will be inserted
    /// there. Outside of the target the ghost goes away.
    ///
    /// @return whether dropping here would add it
    boolean dragOver(Stock dragged, double sceneX, double sceneY);

    /// Adds it where the ghost is.
    ///
    /// @return whether it was added; false outside of the target
    boolean drop(Stock dragged, double sceneX, double sceneY);

    /// Ends the drag without adding anything.
    void cancel();

    /// Adds it without a drag, at a free place near the middle of what is visible; a layer, when one node is selected,
    /// after that and wired to it where that fits. For Enter and double-click in the palette.
    void add(Stock stock);
}
