package io.netwright.ui.training;

import io.netwright.step.NumberText;
import io.netwright.train.schedule.Pace;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// The learning rate over a run, drawn before it: from the first unit at the left to the last at the right, from 0 at
/// the bottom to the highest at the top, which is named.
final class ScheduleCurve extends Region {

    private static final double HEIGHT = 72;
    private static final double PAD = 8;
    /// More would not be seen: the panel is 300 pixels wide.
    private static final int POINTS = 240;

    private final Polyline line = new Polyline();
    private final Label top = Icons.label(Styles.FAINT, Styles.MONO, Styles.SMALL);
    private double[] rates = {};

    ScheduleCurve() {
        setId("schedule-curve");
        getStyleClass().add("nw-schedule-curve");
        line.getStyleClass().add("nw-schedule-line");
        line.setManaged(false);
        top.setManaged(false);
        getChildren().addAll(line, top);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /// @param rate what the schedule multiplies
    void show(Pace pace, double rate) {
        long units = Math.max(1, pace.units());
        int points = (int) Math.min(units, POINTS);
        rates = new double[points];
        for (int i = 0; i < points; i++) {
            long t = points == 1 ? 0 : Math.round((double) i * (units - 1) / (points - 1));
            rates[i] = rate * pace.factorAt(t);
        }
        top.setText(NumberText.of(highest(), 3));
        requestLayout();
    }

    /// @return the rates drawn, from left to right
    double[] rates() {
        return rates.clone();
    }

    private double highest() {
        double most = 0;
        for (double r : rates) {
            most = Math.max(most, r);
        }
        return most;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * PAD;
        double most = highest();
        double labelHeight = top.prefHeight(-1);
        double height = HEIGHT - 2 * PAD - labelHeight;
        top.resizeRelocate(PAD, PAD / 2, top.prefWidth(-1), labelHeight);
        Double[] points = new Double[2 * Math.max(2, rates.length)];
        for (int i = 0; i < points.length / 2; i++) {
            double r = rates.length == 0 ? 0 : rates[Math.min(i, rates.length - 1)];
            points[2 * i] = PAD + width * i / (points.length / 2 - 1);
            points[2 * i + 1] = HEIGHT - PAD - (most == 0 ? 0 : height * r / most);
        }
        line.getPoints().setAll(points);
    }
}
