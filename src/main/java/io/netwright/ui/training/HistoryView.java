package io.netwright.ui.training;

import io.netwright.train.Distribution;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// How numbers were spread at one look after the other: a histogram a look, all on one axis, the newest in front.
final class HistoryView extends Region {

    private static final int MOST = 18;
    /// How much of the height one histogram takes at most.
    private static final double TALL = 0.3;
    private static final double FLOOR = 16;

    private final Label low = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
    private final Label high = Icons.label(Styles.FAINT, Styles.MONO, "nw-tiny");
    private List<Distribution> past = List.of();

    HistoryView() {
        setId("layer-history");
        getStyleClass().add("nw-histogram");
        setMinSize(120, 80);
    }

    /// @param looks oldest first
    void show(List<Distribution> looks) {
        // evenly over all, and always the newest
        int n = Math.min(MOST, looks.size());
        past = IntStream.range(0, n)
                .mapToObj(i -> looks.get(n == 1 ? 0 : (int) ((long) i * (looks.size() - 1) / (n - 1))))
                .toList();
        requestLayout();
    }

    /// @return how many histograms there are
    int size() {
        return past.size();
    }

    @Override
    protected void layoutChildren() {
        getChildren().setAll(low, high);
        if (past.isEmpty()) {
            return;
        }
        double least = past.stream().mapToDouble(Distribution::min).min().orElse(0);
        double most = past.stream().mapToDouble(Distribution::max).max().orElse(1);
        double range = most > least ? most - least : 1;
        double height = getHeight() - FLOOR;
        double tall = TALL * height;
        double density = past.stream().mapToDouble(HistoryView::density).max().orElse(1);
        for (int i = 0; i < past.size(); i++) {
            double floor = past.size() == 1 ? height : tall + (height - tall) * i / (past.size() - 1);
            Path path = ridge(past.get(i), least, range, floor, tall / density);
            path.setOpacity(0.25 + 0.65 * (i + 1) / past.size());
            getChildren().add(path);
        }
        low.setText(SurfaceView.number(least));
        high.setText(SurfaceView.number(most));
        low.autosize();
        high.autosize();
        low.relocate(0, height + 2);
        high.relocate(getWidth() - high.getWidth(), height + 2);
    }

    // counts over the width of a bin, so that a wide histogram is as large as a narrow one
    private static double density(Distribution d) {
        int most = 0;
        for (int c : d.counts()) {
            most = Math.max(most, c);
        }
        return most / width(d);
    }

    private static double width(Distribution d) {
        return d.max() > d.min() ? (d.max() - d.min()) / d.bins() : 1;
    }

    private Path ridge(Distribution d, double least, double range, double floor, double scale) {
        Path path = new Path();
        path.getStyleClass().add("nw-ridge");
        path.setManaged(false);
        int[] counts = d.counts();
        double bin = width(d);
        double zoom = getWidth() / range;
        path.getElements().add(new MoveTo((d.min() - least) * zoom, floor));
        for (int b = 0; b < counts.length; b++) {
            double x = (d.min() - least + (b + 0.5) * bin) * zoom;
            path.getElements().add(new LineTo(x, floor - counts[b] / bin * scale));
        }
        path.getElements().add(new LineTo((d.max() - least) * zoom, floor));
        path.getElements().add(new ClosePath());
        return path;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 160;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 260;
    }
}
