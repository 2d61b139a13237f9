package io.netwright.ui.canvas;

import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// A port: a small dot with a larger place around it that takes the mouse.
final class PortView extends Region {

    static final double REACH = 11;

    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Circle dot = new Circle(CardMetrics.PORT_RADIUS);
    private Card.Spot spot;

    PortView(Card.Spot spot) {
        this.spot = spot;
        getStyleClass().add("nw-port");
        dot.getStyleClass().add("nw-port-dot");
        dot.setCenterX(REACH);
        dot.setCenterY(REACH);
        dot.setMouseTransparent(true);
        setPickOnBounds(true);
        setManaged(false);
        resize(2 * REACH, 2 * REACH);
        getChildren().add(dot);
        update(spot);
    }

    void update(Card.Spot next) {
        spot = next;
        pseudoClassStateChanged(UNKNOWN, !next.known());
        setAccessibleText(next.port().toString());
    }

    Card.Spot spot() {
        return spot;
    }

    /// Shows that the wire being drawn cannot end here.
    void setDim(boolean dim) {
        pseudoClassStateChanged(DIM, dim);
    }

    /// Shows that the wire being drawn would end here now.
    void setTarget(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }
}
