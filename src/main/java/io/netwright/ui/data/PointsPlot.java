package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Marks;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Points in a plane, both axes to the same scale; a class by colour and shape, a value by colour.
final class PointsPlot extends VBox {

    /// More than these are not drawn: the eye could not tell, and drawing would take noticeable time.
    private static final int MOST_DRAWN = 5000;

    private static final int MOST_NAMED = 12;
    private static final double LEFT = 46;
    private static final double BOTTOM = 24;
    private static final double TOP = 8;
    private static final double RIGHT = 10;
    private static final double TICK_DISTANCE = 64;
    private static final double SCALE_LENGTH = 140;

    private final Words words;
    private final Canvas canvas = new Canvas();
    private final Pane axes = new Pane();
    private final Pane area = new Pane();
    private final FlowPane legend = new FlowPane(14, 6);
    private @Nullable Samples samples;

    PointsPlot(Words words) {
        super(6);
        this.words = words;
        setId("points-plot");
        area.getChildren().addAll(axes, canvas);
        area.setMinSize(0, 0);
        canvas.setMouseTransparent(true);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setId("points-legend");
        legend.getStyleClass().add("nw-data-legend");
        legend.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(area, legend);
        area.widthProperty().addListener((p, was, is) -> draw());
        area.heightProperty().addListener((p, was, is) -> draw());
    }

    void show(Samples next) {
        samples = next;
        legend(next);
        draw();
    }

    private void legend(Samples shown) {
        legend.getChildren().clear();
        Target target = shown.set().target();
        List<String> names = target.classNames();
        for (int k = 0; k < Math.min(names.size(), MOST_NAMED); k++) {
            Label label = Icons.label(Styles.SMALL);
            label.setText(words.now("panels.data.class", names.get(k)));
            label.setGraphic(Marks.icon(k));
            legend.getChildren().add(label);
        }
        if (target instanceof Target.Values v) {
            double[] range = extent(v);
            Rectangle bar = new Rectangle(SCALE_LENGTH, 8);
            bar.setFill(new LinearGradient(
                    0,
                    0,
                    1,
                    0,
                    true,
                    CycleMethod.NO_CYCLE,
                    new Stop(0, Marks.scale(0)),
                    new Stop(0.5, Marks.scale(0.5)),
                    new Stop(1, Marks.scale(1))));
            HBox scale = new HBox(
                    8,
                    text(v.names().getFirst(), Styles.SMALL),
                    text(Samples.number(range[0]), Styles.SMALL, Styles.MONO),
                    bar,
                    text(Samples.number(range[1]), Styles.SMALL, Styles.MONO));
            scale.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(scale);
        }
        if (shown.chosen().length > MOST_DRAWN) {
            legend.getChildren()
                    .add(text(
                            words.now(
                                    "panels.data.drawn",
                                    Figures.count(MOST_DRAWN),
                                    Figures.count(shown.chosen().length)),
                            Styles.SMALL,
                            Styles.MUTED));
        }
    }

    private static Label text(String text, String... styles) {
        Label label = Icons.label(styles);
        label.setText(text);
        return label;
    }

    private void draw() {
        double width = area.getWidth();
        double height = area.getHeight();
        axes.getChildren().clear();
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        Samples now = samples;
        if (now == null || now.set().size() == 0 || width < LEFT + 60 || height < BOTTOM + 60) {
            return;
        }
        Frame frame = Frame.around(now.set(), width, height);
        axes(now.set(), frame, width, height);
        points(g, now, frame);
    }

    private static void points(GraphicsContext g, Samples now, Frame frame) {
        DataSet set = now.set();
        Target target = set.target();
        int[] chosen = now.chosen();
        double[] range = target instanceof Target.Values v ? extent(v) : new double[] {0, 1};
        int drawn = Math.min(chosen.length, MOST_DRAWN);
        double r = drawn > 1500 ? 2.2 : drawn > 400 ? 2.8 : 3.4;
        g.setGlobalAlpha(0.85);
        for (int i = 0; i < drawn; i++) {
            // evenly over all of them: sources are often sorted by class
            int sample = chosen[(int) ((long) i * chosen.length / drawn)];
            double x = frame.x(set.feature(sample, 0));
            double y = frame.y(set.feature(sample, 1));
            if (target instanceof Target.Values v) {
                g.setFill(Marks.scale((v.values()[sample * v.width()] - range[0]) / (range[1] - range[0])));
                Marks.dot(g, x, y, r);
            } else {
                Marks.draw(g, Math.max(0, target.classOf(sample)), x, y, r);
            }
        }
        g.setGlobalAlpha(1);
    }

    private void axes(DataSet set, Frame frame, double width, double height) {
        double step = frame.step();
        double floor = height - BOTTOM;
        for (long k = (long) Math.floor(frame.minX(LEFT) / step); ; k++) {
            double x = frame.x(k * step);
            if (x > width - RIGHT) {
                break;
            }
            if (x >= LEFT) {
                line(x, TOP, x, floor);
                tick(Samples.number(tidy(k * step)), x, floor + 15, Pos.CENTER);
            }
        }
        for (long k = (long) Math.floor(frame.minY(floor) / step); ; k++) {
            double y = frame.y(k * step);
            if (y < TOP) {
                break;
            }
            if (y <= floor) {
                line(LEFT, y, width - RIGHT, y);
                tick(Samples.number(tidy(k * step)), LEFT - 8, y + 4, Pos.CENTER_RIGHT);
            }
        }
        tick(set.featureNames().get(0), width - RIGHT, floor - 6, Pos.CENTER_RIGHT);
        tick(set.featureNames().get(1), LEFT + 6, TOP + 12, Pos.CENTER_LEFT);
    }

    private static double tidy(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    private void line(double x1, double y1, double x2, double y2) {
        Line line = new Line(Math.rint(x1) + 0.5, Math.rint(y1) + 0.5, Math.rint(x2) + 0.5, Math.rint(y2) + 0.5);
        line.getStyleClass().add("nw-data-grid");
        axes.getChildren().add(line);
    }

    private void tick(String words, double x, double y, Pos side) {
        Text text = new Text(words);
        text.getStyleClass().addAll(Styles.MUTED, Styles.MONO, "nw-data-tick");
        double width = text.getLayoutBounds().getWidth();
        text.setX(Math.rint(
                switch (side) {
                    case CENTER_RIGHT -> x - width;
                    case CENTER_LEFT -> x;
                    default -> x - width / 2;
                }));
        text.setY(Math.rint(y));
        axes.getChildren().add(text);
    }

    private static double[] extent(Target.Values v) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < v.size(); i++) {
            min = Math.min(min, v.values()[i * v.width()]);
            max = Math.max(max, v.values()[i * v.width()]);
        }
        return new double[] {min, max > min ? max : min + 1};
    }

    /// From numbers to places.
    ///
    /// @param midX  the number in the middle
    /// @param midY  the number in the middle
    /// @param zoom  pixels a unit, both ways
    /// @param x0    the place of `midX`
    /// @param y0    the place of `midY`
    private record Frame(double midX, double midY, double zoom, double x0, double y0) {

        /// All samples, shown or not: so the picture stays where it is when another part is looked at.
        static Frame around(DataSet set, double width, double height) {
            double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int i = 0; i < set.size(); i++) {
                for (int axis = 0; axis < 2; axis++) {
                    double value = set.feature(i, axis);
                    low[axis] = Math.min(low[axis], value);
                    high[axis] = Math.max(high[axis], value);
                }
            }
            double w = width - LEFT - RIGHT;
            double h = height - TOP - BOTTOM;
            double dx = high[0] > low[0] ? high[0] - low[0] : 1;
            double dy = high[1] > low[1] ? high[1] - low[1] : 1;
            double zoom = 0.94 * Math.min(w / dx, h / dy);
            return new Frame((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, zoom, LEFT + w / 2, TOP + h / 2);
        }

        double x(double value) {
            return x0 + (value - midX) * zoom;
        }

        double y(double value) {
            return y0 - (value - midY) * zoom;
        }

        double minX(double left) {
            return midX + (left - x0) / zoom;
        }

        double minY(double floor) {
            return midY - (floor - y0) / zoom;
        }

        /// @return the distance of grid lines: 1, 2 or 5 times a power of ten
        double step() {
            double least = TICK_DISTANCE / zoom;
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (double factor : new double[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
            return 10 * power;
        }
    }
}
