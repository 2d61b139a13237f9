package io.netwright.ui.canvas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The dots of the plane. They are painted once for a zoom and a size; panning only shifts the painting, since the
/// pattern repeats.
final class GridView extends Region {

    /// Between dots at 100 %; what cards snap to.
    static final double SPACING = 16;

    private static final double CLOSEST = 14;
    private static final double DOT = 1.5;

    private static final CssMetaData<GridView, Paint> INK =
            new CssMetaData<>("-nw-grid-ink", StyleConverter.getPaintConverter(), Color.GRAY) {
                @Override
                public boolean isSettable(GridView view) {
                    return !view.ink.isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(GridView view) {
                    return view.ink;
                }
            };

    private static final List<CssMetaData<? extends Styleable, ?>> CSS;

    static {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.add(INK);
        CSS = Collections.unmodifiableList(all);
    }

    private final StyleableObjectProperty<Paint> ink = new StyleableObjectProperty<>(Color.GRAY) {
        @Override
        protected void invalidated() {
            paint();
        }

        @Override
        public Object getBean() {
            return GridView.this;
        }

        @Override
        public String getName() {
            return "ink";
        }

        @Override
        public CssMetaData<GridView, Paint> getCssMetaData() {
            return INK;
        }
    };

    private final Viewport viewport;
    private final Canvas canvas = new Canvas();
    private double spacing = SPACING;

    GridView(Viewport viewport) {
        this.viewport = viewport;
        getStyleClass().add("nw-grid");
        setMouseTransparent(true);
        // the canvas gives it its size; a pane around it would shrink it to what is drawn on it so far
        setManaged(false);
        canvas.setManaged(false);
        getChildren().add(canvas);
        viewport.zoomProperty().subscribe(this::paint);
        viewport.offsetXProperty().subscribe(this::shift);
        viewport.offsetYProperty().subscribe(this::shift);
    }

    @Override
    protected void layoutChildren() {
        paint();
    }

    private void paint() {
        spacing = SPACING * viewport.zoom();
        while (spacing < CLOSEST) {
            spacing *= 2;
        }
        double width = Math.ceil(getWidth() + 2 * spacing);
        double height = Math.ceil(getHeight() + 2 * spacing);
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFill(ink.get());
        for (double y = 0; y < height; y += spacing) {
            for (double x = 0; x < width; x += spacing) {
                g.fillRect(Math.rint(x) - DOT / 2, Math.rint(y) - DOT / 2, DOT, DOT);
            }
        }
        shift();
    }

    private void shift() {
        canvas.setLayoutX(Math.rint(floorMod(viewport.offsetXProperty().get(), spacing)) - Math.rint(spacing));
        canvas.setLayoutY(Math.rint(floorMod(viewport.offsetYProperty().get(), spacing)) - Math.rint(spacing));
    }

    private static double floorMod(double a, double b) {
        return a - Math.floor(a / b) * b;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS;
    }
}
