package io.netwright.ui.canvas;

import io.netwright.ui.Styles;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import io.netwright.ui.canvas.drawing.WireLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/// The whole network from afar, where no text could be read: all cards of a family are one shape, and all wires one
/// line, so that thousands of nodes are a dozen nodes of the scene.
final class FarView extends Group {

    private final Map<String, Path> families = new LinkedHashMap<>();
    private final Path lines = path("nw-far-wires");
    private final Path bad = path("nw-far-bad");
    private final Path marked = path("nw-far-marked");
    private Drawing drawing = Drawing.EMPTY;
    private List<Rect> framed = List.of();

    FarView() {
        setMouseTransparent(true);
        getChildren().setAll(lines, bad, marked);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    /// @param zoom of the view, by which lines stay a pixel wide
    void show(Drawing next, double zoom) {
        lines.setStrokeWidth(1 / zoom);
        bad.setStrokeWidth(2 / zoom);
        marked.setStrokeWidth(2 / zoom);
        if (drawing == next) {
            return;
        }
        drawing = next;
        Map<String, List<PathElement>> shapes = new LinkedHashMap<>();
        List<PathElement> wrong = new ArrayList<>();
        for (Card card : next.cards().values()) {
            add(shapes.computeIfAbsent(card.family(), k -> new ArrayList<>()), card.bounds());
            if (card.hasErrors()) {
                add(wrong, card.bounds());
            }
        }
        families.forEach((family, path) -> path.setVisible(shapes.containsKey(family)));
        shapes.forEach((family, elements) -> family(family).getElements().setAll(elements));
        bad.getElements().setAll(wrong);
        List<PathElement> all = new ArrayList<>();
        for (WireLine line : next.wires()) {
            List<Point> points = line.route().points();
            all.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
            points.stream().skip(1).forEach(p -> all.add(new LineTo(p.x(), p.y())));
        }
        lines.getElements().setAll(all);
    }

    /// Frames some of the cards.
    void mark(Predicate<String> isMarked) {
        List<Rect> now = drawing.cards().values().stream()
                .filter(c -> isMarked.test(c.name()))
                .map(Card::bounds)
                .toList();
        if (!now.equals(framed)) {
            framed = now;
            List<PathElement> elements = new ArrayList<>();
            now.forEach(r -> add(elements, r));
            marked.getElements().setAll(elements);
        }
    }

    private Path family(String key) {
        return families.computeIfAbsent(key, k -> {
            Path path = path("nw-far-nodes");
            path.getStyleClass().add(Styles.family(k));
            getChildren().add(1, path);
            return path;
        });
    }

    private static void add(List<PathElement> elements, Rect r) {
        elements.add(new MoveTo(r.x(), r.y()));
        elements.add(new HLineTo(r.right()));
        elements.add(new VLineTo(r.bottom()));
        elements.add(new HLineTo(r.x()));
        elements.add(new ClosePath());
    }
}
