package io.netwright.ui.canvas;

import io.netwright.ui.Styles;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;

/// The whole network in small, with a box around what is in sight. Pressing or dragging moves the box there.
///
/// All cards of a family are one shape, so that thousands of nodes are eleven shapes here.
final class Minimap extends Region {

    static final double WIDTH = 152;
    static final double HEIGHT = 92;
    private static final double PADDING = 10;
    private static final double SMALLEST = 2.5;

    private final Viewport viewport;
    private final Map<String, Path> families = new LinkedHashMap<>();
    private final Rectangle box = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private Drawing drawing = Drawing.EMPTY;
    private @Nullable Drawing drawn;
    private double scale = 1;
    private double left;
    private double top;

    Minimap(Viewport viewport) {
        this.viewport = viewport;
        getStyleClass().add("nw-minimap");
        box.getStyleClass().add("nw-minimap-box");
        box.setMouseTransparent(true);
        box.setManaged(false);
        getChildren().add(box);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        setClip(clip);
        setPrefSize(WIDTH, HEIGHT);
        viewport.zoomProperty().subscribe(this::requestLayout);
        viewport.offsetXProperty().subscribe(this::requestLayout);
        viewport.offsetYProperty().subscribe(this::requestLayout);
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
        setOnMouseReleased(MouseEvent::consume);
    }

    void show(Drawing next) {
        drawing = next;
        requestLayout();
    }

    private void go(MouseEvent e) {
        viewport.center(left + e.getX() / scale, top + e.getY() / scale);
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        Rect seen = viewport.visible();
        Rect all = drawing.bounds().map(b -> b.union(seen)).orElse(seen);
        if (all.width() <= 0 || all.height() <= 0) {
            return;
        }
        double nextScale =
                Math.min((getWidth() - 2 * PADDING) / all.width(), (getHeight() - 2 * PADDING) / all.height());
        double nextLeft = all.centerX() - getWidth() / 2 / nextScale;
        double nextTop = all.centerY() - getHeight() / 2 / nextScale;
        if (drawn != drawing || scale != nextScale || left != nextLeft || top != nextTop) {
            scale = nextScale;
            left = nextLeft;
            top = nextTop;
            drawn = drawing;
            paint();
        }
        box.setX((seen.x() - left) * scale);
        box.setY((seen.y() - top) * scale);
        box.setWidth(seen.width() * scale);
        box.setHeight(seen.height() * scale);
        box.toFront();
    }

    // not while the view only moves within the network
    private void paint() {
        Map<String, List<PathElement>> shapes = new LinkedHashMap<>();
        for (Card card : drawing.cards().values()) {
            add(shapes.computeIfAbsent(card.family(), k -> new ArrayList<>()), card.bounds());
        }
        families.forEach((family, path) -> path.setVisible(shapes.containsKey(family)));
        shapes.forEach((family, elements) -> path(family).getElements().setAll(elements));
    }

    private void add(List<PathElement> elements, Rect r) {
        double x = (r.x() - left) * scale;
        double y = (r.y() - top) * scale;
        double right = x + Math.max(SMALLEST, r.width() * scale);
        double bottom = y + Math.max(SMALLEST, r.height() * scale);
        elements.add(new MoveTo(x, y));
        elements.add(new HLineTo(right));
        elements.add(new VLineTo(bottom));
        elements.add(new HLineTo(x));
        elements.add(new ClosePath());
    }

    private Path path(String family) {
        return families.computeIfAbsent(family, key -> {
            Path path = new Path();
            path.getStyleClass().addAll("nw-minimap-nodes", Styles.family(key));
            path.setMouseTransparent(true);
            path.setManaged(false);
            getChildren().addFirst(path);
            return path;
        });
    }
}
