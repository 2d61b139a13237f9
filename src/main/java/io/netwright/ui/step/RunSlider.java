package io.netwright.ui.step;

import io.netwright.step.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// The whole run as a line, a tick where each epoch begins, and over it the loss of each step that is known. A click
/// goes to a step; while the mouse drags, only the thumb follows, because the steps on the way may have to be trained
/// first.
final class RunSlider extends Region {

    private static final double THUMB = 12;
    private static final double CURVE = 30;
    /// Ticks closer together than this many pixels would be a grey bar.
    private static final double CLOSEST = 7;

    private final Region track = new Region();
    private final Region passed = new Region();
    private final Region thumb = new Region();
    private final Path curve = new Path();
    private final List<Line> ticks = new ArrayList<>();
    private final IntConsumer aimed;
    private @Nullable Timeline run;
    private int known;
    private int step;
    private int aim = -1;

    /// @param chosen hears which step a person wants
    /// @param aimed  hears at which step the mouse drags the thumb
    RunSlider(IntConsumer chosen, IntConsumer aimed) {
        this.aimed = aimed;
        setId("step-run-slider");
        getStyleClass().add("nw-step-slider");
        setAccessibleRole(AccessibleRole.SLIDER);
        track.getStyleClass().add("nw-step-track");
        passed.getStyleClass().addAll("nw-step-passed", "nw-step-run-known");
        thumb.getStyleClass().addAll("nw-step-thumb", "nw-step-run-thumb");
        curve.getStyleClass().add("nw-step-run-curve");
        curve.setManaged(false);
        List.of(track, passed, thumb, curve).forEach(n -> n.setMouseTransparent(true));
        getChildren().addAll(track, passed, curve, thumb);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            int to = aim;
            aim = -1;
            if (to >= 0) {
                chosen.accept(to);
            }
            requestLayout();
        });
    }

    /// Shows a run and the step that is stepped through.
    ///
    /// @param losses how many are known
    void show(@Nullable Timeline shown, int losses, int at) {
        run = shown;
        known = losses;
        step = at;
        requestLayout();
    }

    private int steps() {
        return run == null ? 1 : Math.max(1, run.last());
    }

    private void drag(MouseEvent e) {
        if (run != null) {
            double share = (e.getX() - THUMB / 2) / (getWidth() - THUMB);
            aim = Math.clamp((int) (share * steps()), 0, steps() - 1);
            aimed.accept(aim);
            requestLayout();
        }
        e.consume();
    }

    /// @return where a step begins on the line
    private double x(double at) {
        return THUMB / 2 + at / steps() * (getWidth() - THUMB);
    }

    @Override
    protected double computePrefHeight(double width) {
        return CURVE + THUMB + 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double y = CURVE + THUMB / 2 - 1;
        track.resizeRelocate(x(0), y, getWidth() - THUMB, 3);
        passed.resizeRelocate(x(0), y, Math.max(0, x(known) - x(0)), 3);
        double here = x((aim >= 0 ? aim : Math.min(step, steps() - 1)) + 0.5);
        thumb.resizeRelocate(here - THUMB / 2, CURVE, THUMB, THUMB);
        thumb.setVisible(run != null);
        layoutTicks(y);
        drawCurve();
    }

    private void layoutTicks(double y) {
        int each = run == null ? 1 : run.batchesPerEpoch();
        int epochs = Math.ceilDiv(steps(), each);
        double apart = (getWidth() - THUMB) / epochs;
        int stride = 1;
        while (apart * stride < CLOSEST) {
            stride *= 10;
        }
        int count = run == null ? 0 : epochs / stride + 1;
        while (ticks.size() < count) {
            Line tick = new Line();
            tick.getStyleClass().add("nw-step-run-tick");
            tick.setManaged(false);
            tick.setMouseTransparent(true);
            ticks.add(tick);
            getChildren().add(0, tick);
        }
        for (int i = 0; i < ticks.size(); i++) {
            Line tick = ticks.get(i);
            double x = Math.round(x(Math.min((double) i * stride * each, steps()))) + 0.5;
            tick.setStartX(x);
            tick.setEndX(x);
            tick.setStartY(y - 4);
            tick.setEndY(y + 7);
            tick.setVisible(i < count);
        }
    }

    /// Draws the losses: of all that fall on one pixel the least and the greatest, so that no spike is lost.
    private void drawCurve() {
        curve.getElements().clear();
        Timeline r = run;
        int count = r == null ? 0 : Math.min(known, r.known());
        if (r == null || count < 2) {
            return;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, r.loss(i));
            high = Math.max(high, r.loss(i));
        }
        double height = high - low;
        int each = Math.max(1, (int) (steps() / Math.max(1, getWidth() - THUMB)));
        for (int i = 0; i < count; i += each) {
            double least = r.loss(i);
            double most = r.loss(i);
            for (int k = i; k < Math.min(count, i + each); k++) {
                least = Math.min(least, r.loss(k));
                most = Math.max(most, r.loss(k));
            }
            double x = x(i + each * 0.5);
            double bottom = y(least, low, height);
            curve.getElements().add(i == 0 ? new MoveTo(x, bottom) : new LineTo(x, bottom));
            if (most > least) {
                curve.getElements().add(new LineTo(x, y(most, low, height)));
            }
        }
    }

    private static double y(double loss, double low, double height) {
        return height == 0 ? CURVE / 2 : 2 + (1 - (loss - low) / height) * (CURVE - 6);
    }
}
