package io.netwright.ui.chart;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small histogram: bars as tall as their counts, in the colour of `-nw-family` or what the style class
/// `nw-histogram-bars` says. One path for all bars, so that fifty of them in a panel cost little.
public final class HistogramView extends Region {

    private static final double GAP = 1;

    private final Path bars = new Path();
    private long[] counts = new long[0];

    /// An empty histogram.
    public HistogramView() {
        getStyleClass().add("nw-histogram");
        bars.getStyleClass().add("nw-histogram-bars");
        bars.setStrokeWidth(0);
        bars.setManaged(false);
        getChildren().add(bars);
    }

    /// @param next how many values fall into each bin, from the lowest on. Not modified.
    public void show(long[] next) {
        counts = next.clone();
        requestLayout();
    }

    /// @return how many bars there are
    public int bins() {
        return counts.length;
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        long max = 0;
        for (long c : counts) {
            max = Math.max(max, c);
        }
        if (max == 0) {
            return;
        }
        double width = getWidth() / counts.length;
        double height = getHeight();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                // a single value stays visible beside a tall bar
                double top = height - Math.max(1, height * counts[i] / max);
                double left = i * width;
                double right = left + Math.max(1, width - GAP);
                bars.getElements()
                        .addAll(
                                new MoveTo(left, height),
                                new LineTo(left, top),
                                new LineTo(right, top),
                                new LineTo(right, height),
                                new ClosePath());
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 48;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 160;
    }
}
