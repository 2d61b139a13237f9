package io.netwright.ui.canvas.drawing;

import io.netwright.ui.canvas.drawing.Pen.Anchor;
import io.netwright.ui.canvas.drawing.Pen.Face;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws a network with a pen: the same geometry and colours as the canvas, whatever the file is to be.
final class Painter {

    private static final double MARGIN = 40;
    private static final double EDGE = 12;
    private static final double TEXT_X = 30;

    private final Tokens tokens;
    private final Pen pen;

    Painter(Tokens tokens, Pen pen) {
        this.tokens = tokens;
        this.pen = pen;
    }

    /// @return what a picture of the drawing shows: everything, and a margin
    static Rect area(Drawing drawing) {
        Rect all = drawing.bounds().orElse(new Rect(0, 0, 400, 200));
        double left = Math.floor(all.x() - MARGIN);
        double top = Math.floor(all.y() - MARGIN);
        return new Rect(left, top, Math.ceil(all.right() + MARGIN) - left, Math.ceil(all.bottom() + MARGIN) - top);
    }

    void paint(Drawing drawing) {
        drawing.wires().forEach(this::wire);
        drawing.cards().values().forEach(this::card);
        drawing.wires().forEach(this::chip);
    }

    private void wire(WireLine wire) {
        pen.line(wire.route().pieces(), false, tokens.colour(wire.bad() ? "bad" : "faint"), wire.bad() ? 2 : 1.5);
    }

    private void chip(WireLine wire) {
        WireLine.Chip chip = wire.chip();
        if (chip == null) {
            return;
        }
        Rect b = chip.bounds();
        rect(b, 9, "canvas", wire.bad() ? "bad" : "line");
        String colour = wire.bad() ? "bad" : chip.known() ? "muted" : "faint";
        text(b.centerX(), b.centerY() + 4, Anchor.MIDDLE, Face.MONO, 11, colour, chip.text());
    }

    private void card(Card card) {
        Rect b = card.bounds();
        String trouble = card.hasErrors() ? "bad" : "warning";
        pen.begin(card.spoken());
        rect(b, 10, "panel", card.problems().isEmpty() ? "line" : trouble);
        rect(new Rect(b.x() + EDGE, b.y() + 13, 10, 10), 3, "family-" + card.family(), null);
        double room = b.width() - TEXT_X - EDGE;
        String title = TextFit.fit(card.title(), 13, room);
        text(b.x() + TEXT_X, b.y() + 22.5, Anchor.START, Face.STRONG, 13, "text", title);
        double left = room - TextFit.width(title, 13) - 10;
        if (!card.tag().isEmpty() && left > 16) {
            String tag = TextFit.fit(card.tag(), 11, left);
            text(b.right() - EDGE, b.y() + 22.5, Anchor.END, Face.REGULAR, 11, "faint", tag);
        }
        String summary = TextFit.fit(card.summary(), 11.5, room);
        text(b.x() + TEXT_X, b.y() + 42, Anchor.START, Face.REGULAR, 11.5, "muted", summary);
        if (!card.problems().isEmpty()) {
            problem(card, trouble);
        }
        card.spots().forEach(this::port);
        pen.end();
    }

    private void problem(Card card, String colour) {
        Rect b = card.bounds();
        String text = card.problems().getFirst().text();
        int lines = CardMetrics.problemLines(text);
        double y = b.y() + card.problemTop() + 11;
        List<Route.Piece> triangle = List.of(
                new Route.Piece.Move(new Point(b.x() + EDGE, y)),
                new Route.Piece.Line(new Point(b.x() + EDGE + 6, y - 10)),
                new Route.Piece.Line(new Point(b.x() + EDGE + 12, y)));
        pen.line(triangle, true, tokens.colour(colour), 1.3);
        for (String part : broken(text, b.width() - TEXT_X - EDGE, lines)) {
            text(b.x() + TEXT_X, y, Anchor.START, Face.REGULAR, 11, colour, part);
            y += CardMetrics.PROBLEM_LINE;
        }
    }

    // at spaces; Chinese, which has none, anywhere
    private static List<String> broken(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )|(?<=[\\u2e80-\\uffff])")) {
            if (lines.size() < most - 1 && !line.isEmpty() && TextFit.width(line + word.strip(), 11) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(TextFit.fit(line.toString().strip(), 11, width));
        return lines;
    }

    private void port(Card.Spot spot) {
        pen.circle(
                spot.at(),
                CardMetrics.PORT_RADIUS,
                tokens.colour("canvas"),
                tokens.colour(spot.known() ? "muted" : "bad"));
        if (!spot.label().isEmpty()) {
            double x = spot.at().x() + (spot.output() ? -EDGE : EDGE);
            Anchor anchor = spot.output() ? Anchor.END : Anchor.START;
            text(x, spot.at().y() + 4, anchor, Face.REGULAR, 11, "muted", spot.label());
        }
    }

    private void rect(Rect r, double radius, String fill, @Nullable String stroke) {
        pen.rect(r, radius, tokens.colour(fill), stroke == null ? null : tokens.colour(stroke));
    }

    private void text(double x, double y, Anchor anchor, Face face, double size, String colour, String words) {
        pen.text(new Point(x, y), anchor, face, size, tokens.colour(colour), words);
    }
}
