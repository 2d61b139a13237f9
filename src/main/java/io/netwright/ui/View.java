package io.netwright.ui;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// One of the views that the rail switches between. The shell makes it known once; the view makes its node on first
/// use.
///
/// All methods are called on the JavaFX thread.
public interface View {

    /// @return which of the six it is
    ViewId id();

    /// @return what fills the content area; the same node each time
    Node node();

    /// What can be done here. The top bar shows those that are [Action#isInBar], in this order, of which at most one is
    /// primary; the action search offers all; shortcuts hold while the view is shown.
    ///
    /// @return the same actions each time
    default List<Action> actions() {
        return List.of();
    }

    /// @return what the status line says at its left while the view is shown, such as the progress of a training run;
    ///     null where the common facts are enough
    default @Nullable Node status() {
        return null;
    }

    /// The view comes into sight.
    default void onShown() {}

    /// The view goes out of sight.
    default void onHidden() {}

    /// @return whether nothing is under way that a picture of this view should wait for, such as drawing or training
    default boolean isSettled() {
        return true;
    }
}
