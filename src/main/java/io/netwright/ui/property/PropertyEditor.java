package io.netwright.ui.property;

import io.netwright.text.Message;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The control that edits one kind of property. It writes to its [PropertyModel] and says what is wrong with what was
/// typed; the row around it shows that.
interface PropertyEditor {

    /// @return the control, which stands beside the property's name
    Region node();

    /// @return what needs more room than there is beside the name; may be empty
    default VBox below() {
        VBox none = new VBox();
        none.setManaged(false);
        return none;
    }

    /// @return what gets the keyboard when the property is to be seen
    Node focusTarget();

    /// Shows what the document says, where that is not what was typed here.
    void refresh();

    /// @param show hears what is wrong with what stands in the control; null where nothing is
    void onProblem(Consumer<@Nullable Message> show);

    /// Writes what was typed but not accepted into the document, before the control goes away.
    default void flush() {}
}
