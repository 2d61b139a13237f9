package io.netwright.ui.training;

import io.netwright.ui.Marks;
import io.netwright.ui.Styles;
import io.netwright.ui.training.Insight.Domain;
import io.netwright.ui.training.Insight.Field;
import io.netwright.ui.training.Insight.Surface;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A plane in the colours of what the network makes of it, with the samples on it; always a square, as large as fits.
final class SurfaceView extends Region {

    /// For the words under and beside the square.
    private static final double MARGIN = 16;
    private static final double LEAST = 90;

    private final Canvas canvas = new Canvas();
    private final Region frame = new Region();
    private final Text[] words = {new Text(), new Text(), new Text(), new Text(), new Text(), new Text()};
    private @Nullable Surface surface;
    private @Nullable WritableImage image;

    SurfaceView() {
        setId("surface");
        frame.getStyleClass().add("nw-surface-frame");
        frame.setManaged(false);
        canvas.setManaged(false);
        getChildren().addAll(frame, canvas);
        for (Text t : words) {
            t.getStyleClass().addAll(Styles.MUTED, Styles.MONO, "nw-data-tick");
            t.setManaged(false);
            getChildren().add(t);
        }
        setMinSize(LEAST, LEAST);
    }

    /// @return a picture of a field, a pixel a place
    static WritableImage image(Field field) {
        int width = field.width();
        int height = field.height();
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), field.argb(), 0, width);
        return image;
    }

    void show(Surface next) {
        surface = next;
        image = image(next.whole());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Surface s = surface;
        WritableImage picture = image;
        if (s == null || picture == null) {
            return;
        }
        double side = Math.floor(Math.max(LEAST, Math.min(getWidth(), getHeight() - MARGIN) - 2));
        double left = Math.floor((getWidth() - side) / 2);
        frame.resizeRelocate(left - 1, 0, side + 2, side + 2);
        canvas.relocate(left, 1);
        canvas.setWidth(side);
        canvas.setHeight(side);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, side, side);
        g.setImageSmoothing(true);
        g.drawImage(picture, 0, 0, side, side);
        points(g, s, side);
        label(s, left, side);
    }

    private static void points(GraphicsContext g, Surface s, double side) {
        Domain d = s.domain();
        double r = s.points().length > 400 ? 2.1 : 2.8;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double[] value = new double[Math.max(1, s.data().target().width())];
        boolean classes = !s.data().target().classNames().isEmpty();
        for (int i = 0; !classes && i < s.points().length; i++) {
            s.data().target(s.points()[i], value, 0);
            low = Math.min(low, value[0]);
            high = Math.max(high, value[0]);
        }
        g.setLineWidth(0.6);
        for (int sample : s.points()) {
            double x = (s.data().feature(sample, 0) - d.x()) / d.size() * side;
            double y = side - (s.data().feature(sample, 1) - d.y()) / d.size() * side;
            if (classes) {
                // a pale rim keeps a mark apart from ground of its own colour
                g.setFill(Color.gray(1, 0.6));
                Marks.dot(g, x, y, r + 0.7);
                Marks.draw(g, Math.max(0, s.data().target().classOf(sample)), x, y, r);
            } else {
                s.data().target(sample, value, 0);
                g.setFill(Marks.scale(high > low ? (value[0] - low) / (high - low) : 0.5));
                Marks.dot(g, x, y, r);
                g.setStroke(Color.gray(0.5, 0.7));
                g.strokeOval(x - r, y - r, 2 * r, 2 * r);
            }
        }
    }

    private void label(Surface s, double left, double side) {
        Domain d = s.domain();
        double floor = side + MARGIN - 2;
        place(words[0], number(d.x()), left, floor, 0);
        place(words[1], s.data().featureNames().get(0), left + side / 2, floor, 0.5);
        place(words[2], number(d.x() + d.size()), left + side, floor, 1);
        place(words[3], number(d.y()), left - 4, side - 2, 1);
        place(words[4], s.data().featureNames().get(1), left - 4, side / 2, 1);
        place(words[5], number(d.y() + d.size()), left - 4, 10, 1);
        for (int i = 3; i < 6; i++) {
            // beside a square that takes the whole width there is no room
            words[i].setVisible(words[i].getX() >= 0);
        }
    }

    private static void place(Text text, String words, double x, double y, double anchor) {
        text.setText(words);
        text.setX(Math.rint(x - anchor * text.getLayoutBounds().getWidth()));
        text.setY(Math.rint(y));
    }

    static String number(double x) {
        return new BigDecimal(x).round(new MathContext(2)).stripTrailingZeros().toPlainString();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
