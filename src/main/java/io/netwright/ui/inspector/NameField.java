package io.netwright.ui.inspector;

import io.netwright.edit.Edits;
import io.netwright.text.Message;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The node's name, which looks like text until it is clicked. The name changes on Enter or when the field is left;
/// one that cannot be stays in the field, with the reason beneath, and Escape brings the old one back.
final class NameField extends TextField {

    private final Session session;
    private final String node;
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();

    NameField(Session session, String node) {
        super(node);
        this.session = session;
        this.node = node;
        setId("node-name");
        getStyleClass().addAll(Styles.MONO, "nw-name-field");
        setPrefColumnCount(9);
        textProperty().addListener((property, was, is) -> {
            problem.set(Edits.refusal(session.networkHere(), node, is).orElse(null));
            getStyleClass().remove(Styles.INVALID);
            if (problem.get() != null) {
                getStyleClass().add(Styles.INVALID);
            }
        });
        setOnAction(e -> rename());
        focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                rename();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                setText(node);
                e.consume();
            }
        });
    }

    /// @return why the name in the field cannot be; holds null where it can
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void rename() {
        String name = getText().strip();
        if (problem.get() == null
                && !name.equals(node)
                && session.networkHere().node(node).isPresent()) {
            session.editor().apply(Edits.rename(node, name));
        }
    }
}
