package io.netwright.ui.chart;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// Two lines through the mouse, and beside them what every curve is there.
final class Crosshair extends Group {

    private static final double AWAY = 12;

    private final Line upright = line();
    private final Line level = line();
    private final Label head = Icons.label(Styles.SMALL, Styles.MUTED);
    private final GridPane values = new GridPane(8, 2);
    private final VBox box = new VBox(3, head, values);

    Crosshair() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        box.setId("crosshair-values");
        head.setId("crosshair-head");
        box.getStyleClass().add("nw-chart-values");
        getChildren().addAll(upright, level, box);
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("nw-chart-hairline");
        return line;
    }

    /// @param area   of the plot
    /// @param x      of the mouse, in pixels
    /// @param y      of the mouse, in pixels
    /// @param at     the place on the horizontal axis
    /// @param title  says in words what is there
    /// @param curves those that are drawn
    void show(Rectangle2D area, double x, double y, double at, DoubleFunction<String> title, List<Curve> curves) {
        upright.setStartX(x);
        upright.setEndX(x);
        upright.setStartY(area.getMinY());
        upright.setEndY(area.getMaxY());
        level.setStartX(area.getMinX());
        level.setEndX(area.getMaxX());
        level.setStartY(y);
        level.setEndY(y);
        head.setText(title.apply(at));
        head.setManaged(!head.getText().isEmpty());
        values.getChildren().clear();
        int row = 0;
        for (Curve curve : curves) {
            double value = curve.near(at);
            if (!curve.label().isEmpty() && Double.isFinite(value)) {
                values.addRow(row++, mark(curve), name(curve), number(value));
            }
        }
        box.setVisible(row > 0 || head.isManaged());
        box.autosize();
        boolean right = x + AWAY + box.getWidth() < area.getMaxX();
        box.relocate(
                right ? x + AWAY : Math.max(0, x - AWAY - box.getWidth()),
                Math.max(area.getMinY(), Math.min(y + AWAY, area.getMaxY() - box.getHeight())));
        setVisible(true);
    }

    private static Region mark(Curve curve) {
        Region line = new Region();
        line.getStyleClass()
                .addAll("nw-legend-line", "nw-legend-" + curve.tone().name().toLowerCase(Locale.ROOT));
        line.setOpacity(curve.style() == Curve.Style.FAINT ? 0.4 : 1);
        return line;
    }

    private static Label name(Curve curve) {
        Label name = Icons.label(Styles.SMALL);
        name.setText(curve.label());
        return name;
    }

    private static Label number(double value) {
        Label number = Icons.label(Styles.SMALL, Styles.MONO);
        number.setText(Plain.text(value));
        return number;
    }

    void hide() {
        setVisible(false);
    }
}
