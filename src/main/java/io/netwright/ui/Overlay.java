package io.netwright.ui;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The layer above the window where questions, the action search and other things float that want all attention. One
/// thing at a time; what lies beneath cannot be reached meanwhile.
public final class Overlay extends StackPane {

    private final Region scrim = new Region();
    /// Tab must not leave what is shown.
    private final ChangeListener<@Nullable Node> guard = (property, was, is) -> keepFocus(is);

    private @Nullable Node content;
    private @Nullable Node home;
    private @Nullable Node focusBefore;
    private @Nullable Runnable onDismiss;

    public Overlay() {
        scrim.getStyleClass().add("nw-scrim");
        getChildren().add(scrim);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                dismiss();
            }
        });
        sceneProperty().addListener((property, was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(guard);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(guard);
            }
        });
        scrim.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            e.consume();
            dismiss();
        });
    }

    /// @param title   what the card shows
    /// @param closeId the id of its button that takes it away
    /// @return the line at the top of a card to be read
    public HBox head(Label title, String closeId) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button();
        close.setId(closeId);
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        close.setOnAction(e -> hide());
        HBox head = new HBox(8, Icons.of(Feather.BOOK_OPEN), title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("nw-lesson-head");
        return head;
    }

    /// Shows `node` in place of what was shown.
    ///
    /// @param position  where it floats
    /// @param focus     what gets the keyboard; must be part of `node`
    /// @param dismissed runs where the person turns away from it, by Escape or a click beside it
    public void show(Node node, Pos position, Node focus, Runnable dismissed) {
        if (content == null && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        content = node;
        home = focus;
        onDismiss = dismissed;
        StackPane.setAlignment(node, position);
        getChildren().setAll(scrim, node);
        setVisible(true);
        focus.requestFocus();
    }

    /// Takes away what is shown and gives the keyboard back.
    public void hide() {
        if (content == null) {
            return;
        }
        content = null;
        home = null;
        onDismiss = null;
        setVisible(false);
        getChildren().setAll(scrim);
        if (focusBefore != null && focusBefore.getScene() == getScene()) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    /// @return whether something is shown
    public boolean isOpen() {
        return content != null;
    }

    /// @return whether `node` lies within what is shown
    public boolean holds(@Nullable Node node) {
        for (Parent p = node == null ? null : node.getParent(); p != null; p = p.getParent()) {
            if (p == this) {
                return true;
            }
        }
        return false;
    }

    private void keepFocus(@Nullable Node owner) {
        Node back = home;
        if (back != null && owner != back && !holds(owner)) {
            back.requestFocus();
        }
    }

    private void dismiss() {
        Runnable then = onDismiss;
        hide();
        if (then != null) {
            then.run();
        }
    }
}
