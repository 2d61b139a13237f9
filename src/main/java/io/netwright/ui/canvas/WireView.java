package io.netwright.ui.canvas;

import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Route;
import io.netwright.ui.canvas.drawing.WireLine;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;
import org.jspecify.annotations.Nullable;

/// A wire: the line, a broad invisible one around it that takes the mouse, and the chip with the shape.
final class WireView extends Group {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
    private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private static final PseudoClass FLOW = PseudoClass.getPseudoClass("flow");
    private static final PseudoClass BACKFLOW = PseudoClass.getPseudoClass("backflow");
    private static final PseudoClass PATH = PseudoClass.getPseudoClass("path");
    private static final double ARROW_LENGTH = 11;
    private static final double ARROW_HALF = 5.5;
    private static final double THIN = 1;
    private static final double THICK = 7;

    private final Path line = new Path();
    private final Path reach = new Path();
    private final ChipView chip = new ChipView(this);
    private @Nullable WireLine shown;
    /// Where the way of a gradient leads along; few wires ever have one.
    private @Nullable Polygon arrow;

    WireView() {
        line.getStyleClass().add("nw-wire");
        reach.getStyleClass().add("nw-wire-reach");
        line.setMouseTransparent(true);
        getChildren().addAll(reach, line);
    }

    void update(WireLine next) {
        if (next.equals(shown)) {
            return;
        }
        if (shown == null || !shown.route().equals(next.route())) {
            line.getElements().setAll(elements(next.route()));
            reach.getElements().setAll(elements(next.route()));
            if (arrow != null) {
                place(arrow, next.route());
            }
        }
        shown = next;
        line.pseudoClassStateChanged(BAD, next.bad());
        chip.pseudoClassStateChanged(BAD, next.bad());
        WireLine.Chip c = next.chip();
        chip.setVisible(c != null);
        if (c != null) {
            chip.setText(c.text());
            chip.pseudoClassStateChanged(UNKNOWN, !c.known());
            chip.resizeRelocate(
                    c.bounds().x(),
                    c.bounds().y(),
                    c.bounds().width(),
                    c.bounds().height());
        }
    }

    static List<PathElement> elements(Route route) {
        return route.pieces().stream()
                .map(piece -> switch (piece) {
                    case Route.Piece.Move(var to) -> new MoveTo(to.x(), to.y());
                    case Route.Piece.Line(var to) -> new LineTo(to.x(), to.y());
                    case Route.Piece.Curve(var c, var to) -> new QuadCurveTo(c.x(), c.y(), to.x(), to.y());
                })
                .toList();
    }

    WireLine line() {
        if (shown == null) {
            throw new IllegalStateException("a wire view without a wire");
        }
        return shown;
    }

    /// @return the chip; its owner puts it above all wires
    ChipView chip() {
        return chip;
    }

    void setSelected(boolean selected) {
        line.pseudoClassStateChanged(SELECTED, selected);
        chip.pseudoClassStateChanged(SELECTED, selected);
    }

    /// Shows that what is dragged would be put into this wire.
    void setTarget(boolean target) {
        line.pseudoClassStateChanged(TARGET, target);
    }

    /// Draws it the thicker the more flows through it.
    ///
    /// @param share    from 0, least, to 1; null for a usual wire
    /// @param backward whether it flows back
    void setFlow(@Nullable Double share, boolean backward) {
        line.setStyle(share == null ? "" : "-fx-stroke-width: " + (THIN + (THICK - THIN) * share) + ";");
        line.pseudoClassStateChanged(FLOW, share != null && !backward);
        line.pseudoClassStateChanged(BACKFLOW, share != null && backward);
    }

    /// Shows whether a gradient came along here, against the wire's direction.
    void setPath(boolean taken) {
        line.pseudoClassStateChanged(PATH, taken);
        if (taken && arrow == null) {
            arrow = new Polygon();
            arrow.getStyleClass().add("nw-wire-arrow");
            arrow.setMouseTransparent(true);
            place(arrow, line().route());
            getChildren().add(arrow);
        }
        if (arrow != null) {
            arrow.setVisible(taken);
        }
    }

    private static void place(Polygon arrow, Route route) {
        Point tip = route.at(CardMetrics.PORT_RADIUS + 1);
        Point base = route.at(CardMetrics.PORT_RADIUS + 1 + ARROW_LENGTH);
        double length = Math.max(1, tip.distance(base));
        double acrossX = (tip.y() - base.y()) / length * ARROW_HALF;
        double acrossY = (base.x() - tip.x()) / length * ARROW_HALF;
        arrow.getPoints()
                .setAll(
                        tip.x(),
                        tip.y(),
                        base.x() + acrossX,
                        base.y() + acrossY,
                        base.x() - acrossX,
                        base.y() - acrossY);
    }

    void setPass(@Nullable Pass pass) {
        line.pseudoClassStateChanged(FORWARD, pass == Pass.FORWARD);
        line.pseudoClassStateChanged(BACKWARD, pass == Pass.BACKWARD);
    }
}
