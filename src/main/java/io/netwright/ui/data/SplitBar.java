package io.netwright.ui.data;

import io.netwright.data.Part;
import io.netwright.data.SplitSpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The three parts side by side, as wide as their shares; the borders between them can be drawn with the mouse. The
/// fields beneath do the same by keyboard.
final class SplitBar extends Pane {

    private static final double HEIGHT = 14;
    private static final double GRIP = 10;

    /// Borders snap to whole percents, and something is left to train on.
    private static final int PLACES = 100;

    private final Map<Part, Region> parts = new EnumMap<>(Part.class);
    private final Region first = grip();
    private final Region second = grip();
    private @Nullable SplitSpec split;

    /// @param write takes a division as it is drawn
    SplitBar(Consumer<SplitSpec> write) {
        setId("split-bar");
        getStyleClass().add("nw-data-split");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        for (Part part : Part.values()) {
            Region region = new Region();
            region.getStyleClass().add("nw-data-" + part.id());
            parts.put(part, region);
            getChildren().add(region);
        }
        getChildren().addAll(first, second);
        first.setOnMouseDragged(e -> {
            SplitSpec now = split;
            if (now != null) {
                double at = Math.max(
                        1.0 / PLACES, place(sceneToLocal(e.getSceneX(), 0).getX()));
                write.accept(Division.at(now, at, Math.max(at, now.train() + now.validation())));
            }
        });
        second.setOnMouseDragged(e -> {
            SplitSpec now = split;
            if (now != null) {
                write.accept(Division.at(
                        now,
                        now.train(),
                        Math.max(
                                now.train(),
                                place(sceneToLocal(e.getSceneX(), 0).getX()))));
            }
        });
    }

    private static Region grip() {
        Region grip = new Region();
        grip.setCursor(Cursor.H_RESIZE);
        grip.getStyleClass().add("nw-data-grip");
        return grip;
    }

    private double place(double x) {
        return Math.rint(Math.clamp(x / getWidth(), 0, 1) * PLACES) / PLACES;
    }

    void show(SplitSpec next) {
        split = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        SplitSpec now = split;
        if (now == null) {
            return;
        }
        double from = 0;
        for (Part part : Part.values()) {
            double share = Math.clamp(now.fraction(part), 0, 1);
            double to = Math.min(1, from + share);
            Region region = parts.get(part);
            if (region != null) {
                double x = Math.rint(from * getWidth());
                region.resizeRelocate(x, 0, Math.max(0, Math.rint(to * getWidth()) - x - (to < 1 ? 2 : 0)), HEIGHT);
            }
            from = to;
        }
        place(first, now.train());
        place(second, now.train() + now.validation());
    }

    private void place(Region grip, double at) {
        double x = Math.clamp(at, 0, 1) * getWidth();
        grip.resizeRelocate(Math.clamp(x - GRIP / 2, 0, Math.max(0, getWidth() - GRIP)), -3, GRIP, HEIGHT + 6);
    }
}
