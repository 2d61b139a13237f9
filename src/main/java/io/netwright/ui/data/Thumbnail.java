package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.ui.Icons;
import io.netwright.ui.Marks;
import io.netwright.ui.Pictures;
import io.netwright.ui.Styles;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A small picture of a source: a few of its points, or a few of its pictures.
final class Thumbnail extends StackPane {

    private static final double SIDE = 38;
    private static final double MARGIN = 4;
    private static final int MOST_POINTS = 160;

    /// So many pictures a side.
    private static final int PICTURES = 2;

    /// @param set what is to be seen; null for a file
    Thumbnail(@Nullable DataSet set) {
        getStyleClass().add("nw-data-thumbnail");
        if (set == null || set.kind() == DataSet.Kind.TEXT) {
            getChildren().add(Icons.of(Feather.FILE_TEXT, Styles.MUTED));
            return;
        }
        Canvas canvas = new Canvas(SIDE, SIDE);
        if (set.kind() == DataSet.Kind.IMAGES) {
            pictures(canvas.getGraphicsContext2D(), set);
        } else {
            points(canvas.getGraphicsContext2D(), set);
        }
        getChildren().add(canvas);
    }

    private static void points(GraphicsContext g, DataSet set) {
        // of a table, its last two columns: for the irises those that tell most
        int x = Math.max(0, set.width() - 2);
        int y = set.width() - 1;
        double[] across = extent(set, x);
        double[] up = extent(set, y);
        double[] value = set.target() instanceof Target.Values v ? extent(v) : new double[] {0, 1};
        int step = Math.max(1, set.size() / MOST_POINTS);
        for (int i = 0; i < set.size(); i += step) {
            int label = set.target().classOf(i);
            if (set.target() instanceof Target.Values v) {
                g.setFill(Marks.scale((v.values()[i * v.width()] - value[0]) / (value[1] - value[0])));
            } else {
                g.setFill(Marks.colour(Math.max(0, label)));
            }
            Marks.dot(g, at(set.feature(i, x), across), SIDE - at(set.feature(i, y), up), 1.3);
        }
    }

    private static double at(double value, double[] extent) {
        return MARGIN + (value - extent[0]) / (extent[1] - extent[0]) * (SIDE - 2 * MARGIN);
    }

    private static double[] extent(DataSet set, int feature) {
        double[] extent = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < set.size(); i++) {
            widen(extent, set.feature(i, feature));
        }
        return usable(extent);
    }

    private static double[] extent(Target.Values values) {
        double[] extent = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < values.size(); i++) {
            widen(extent, values.values()[i * values.width()]);
        }
        return usable(extent);
    }

    private static void widen(double[] extent, double value) {
        extent[0] = Math.min(extent[0], value);
        extent[1] = Math.max(extent[1], value);
    }

    private static double[] usable(double[] extent) {
        return extent[1] > extent[0] ? extent : new double[] {extent[0] - 1, extent[0] + 1};
    }

    private static void pictures(GraphicsContext g, DataSet set) {
        double side = (SIDE - 3.0 * (PICTURES + 1)) / PICTURES;
        for (int i = 0; i < Math.min(PICTURES * PICTURES, set.size()); i++) {
            int column = i % PICTURES;
            int row = i / PICTURES;
            g.drawImage(Pictures.of(set, i, (int) side), 3 + column * (side + 3), 3 + row * (side + 3));
        }
    }
}
