package io.netwright.ui.inspector;

import io.netwright.ui.Session.Focus;
import javafx.scene.Node;

/// What the inspector shows for one kind of selection. It follows the document and the compilation by [#refresh] until
/// another page takes its place.
interface Page {

    Node node();

    /// Something in the document or the compilation changed.
    void refresh();

    /// Writes what is typed but not yet in the document, before the page goes away.
    default void flush() {}

    /// Puts the keyboard where the wish says, where the page has that place.
    default void focus(Focus place) {}
}
