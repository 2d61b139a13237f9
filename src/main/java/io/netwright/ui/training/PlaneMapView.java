package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Marks;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.training.PlaneMap.Method;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Points of a plane, each as its name or as the mark of its class, and the choice of how they get their places.
final class PlaneMapView extends VBox {

    private static final double EDGE = 9;
    private static final double MARK = 2.6;
    private static final double NARROWEST = 200;

    private final Canvas marks = new Canvas();
    private final Pane area = new Pane(marks);
    private @Nullable PlaneMap map;

    PlaneMapView(Words words, Consumer<Method> choose) {
        super(4);
        setId("layer-plane");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        setMinWidth(NARROWEST);
        Label title = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.train.planeOf");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, title, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Method method : Method.values()) {
            String key = "panels.train.plane." + method.key();
            ToggleButton chip = words.bind(new ToggleButton(), key);
            chip.setId("plane-" + method.key());
            chip.setUserData(method);
            chip.setTooltip(words.tooltip(key + ".help"));
            chip.setToggleGroup(group);
            chip.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
            chip.setSelected(method == Method.PCA);
            head.getChildren().add(chip);
        }
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (is.getUserData() instanceof Method method) {
                choose.accept(method);
            }
        });
        area.setMinSize(80, 60);
        area.getStyleClass().add("nw-surface-frame");
        VBox.setVgrow(area, Priority.ALWAYS);
        area.layoutBoundsProperty().subscribe(b -> draw());
        getChildren().addAll(head, area);
    }

    /// @param next null for none
    void show(@Nullable PlaneMap next) {
        map = next;
        setVisible(next != null);
        draw();
    }

    private void draw() {
        double width = area.getWidth();
        double height = area.getHeight();
        marks.setWidth(width);
        marks.setHeight(height);
        GraphicsContext g = marks.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        PlaneMap m = map;
        boolean named = m != null && !m.names().isEmpty();
        if (m == null || !named) {
            area.getChildren().setAll(marks);
        } else if (area.getChildren().size() != m.size() + 1) {
            area.getChildren().setAll(marks);
            for (int i = 0; i < m.size(); i++) {
                Label name = Icons.label(Styles.SMALL, Styles.MONO);
                name.setText(m.names().get(i));
                name.setManaged(false);
                area.getChildren().add(name);
            }
        }
        if (m == null || width <= 2 * EDGE || height <= 2 * EDGE) {
            return;
        }
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < m.places().length; i++) {
            low[i % 2] = Math.min(low[i % 2], m.places()[i]);
            high[i % 2] = Math.max(high[i % 2], m.places()[i]);
        }
        for (int i = 0; i < m.size(); i++) {
            double x = EDGE + (width - 2 * EDGE) * share(m.places()[2 * i], low[0], high[0]);
            double y = height - EDGE - (height - 2 * EDGE) * share(m.places()[2 * i + 1], low[1], high[1]);
            if (named) {
                Label name = (Label) area.getChildren().get(i + 1);
                name.setText(m.names().get(i));
                name.autosize();
                name.relocate(x - name.getWidth() / 2, y - name.getHeight() / 2);
            } else {
                Marks.draw(g, m.classes()[i], x, y, MARK);
            }
        }
    }

    private static double share(double at, double low, double high) {
        return high > low ? (at - low) / (high - low) : 0.5;
    }
}
