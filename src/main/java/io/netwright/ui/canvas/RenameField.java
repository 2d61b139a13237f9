package io.netwright.ui.canvas;

import io.netwright.edit.Edits;
import io.netwright.text.Message;
import io.netwright.ui.Styles;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field over a card's title for a new name. Enter and turning away take the name, Escape does not; a name that
/// cannot be is marked with the reason and not taken.
final class RenameField extends TextField {

    private final CanvasView view;
    private final String node;
    private boolean open = true;

    RenameField(CanvasView view, NodeView card) {
        super(card.card().name());
        this.view = view;
        this.node = card.card().name();
        getStyleClass().add("nw-rename");
        Rect area = card.titleArea();
        setManaged(false);
        resizeRelocate(card.getLayoutX() + area.x(), card.getLayoutY() + area.y(), area.width(), area.height());
        textProperty().subscribe(this::check);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                take();
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                turnAway();
            }
        });
    }

    private Optional<Message> refusal() {
        return Edits.refusal(view.model().network(), node, getText());
    }

    private void check() {
        Optional<Message> why = refusal();
        getStyleClass().remove(Styles.INVALID);
        why.ifPresent(w -> getStyleClass().add(Styles.INVALID));
        setTooltip(why.map(w -> new Tooltip(view.model().words().now(w))).orElse(null));
    }

    private void take() {
        if (open && refusal().isEmpty()) {
            String name = getText();
            close();
            if (!name.strip().equals(node)) {
                view.model().apply(Edits.rename(node, name));
            }
        }
    }

    private void turnAway() {
        if (open) {
            if (refusal().isEmpty()) {
                take();
            } else {
                close();
            }
        }
    }

    private void close() {
        open = false;
        view.plane().overlay().getChildren().remove(this);
        view.requestFocus();
    }
}
