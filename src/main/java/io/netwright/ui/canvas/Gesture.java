package io.netwright.ui.canvas;

import javafx.scene.input.MouseEvent;

/// What a hand does between pressing a mouse button and letting it go. It changes the document when it ends, by one
/// edit, and only shows until then.
interface Gesture {

    /// The mouse has moved with the button held.
    void drag(MouseEvent e);

    /// The button was let go.
    void release(MouseEvent e);

    /// It ends without an effect, by Escape.
    void cancel();
}
