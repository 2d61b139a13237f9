package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes drawings as Scalable Vector Graphics (SVG 1.1), with text as text. The same geometry and colours as the
/// canvas.
///
/// The faces are named, not embedded: where Inter is not installed, the reader's sans face stands in.
public final class Svg {

    private static final double MARGIN = 40;
    private static final double EDGE = 12;
    private static final double TEXT_X = 30;
    private static final double DOTS = 16;
    private static final String SANS = "Inter, 'Noto Sans CJK SC', 'Noto Sans SC', 'Segoe UI', sans-serif";
    private static final String MONO = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";

    private final Tokens tokens;
    private final StringBuilder out = new StringBuilder();

    private Svg(Tokens tokens) {
        this.tokens = tokens;
    }

    /// @return the drawing as a whole document, in UTF-8
    public static String write(Drawing drawing, Tokens tokens, String title) {
        return new Svg(tokens).document(drawing, title);
    }

    private String document(Drawing drawing, String title) {
        Rect area = area(drawing);
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" font-family=\"%s\">",
                area.width(), area.height(), area.x(), area.y(), area.width(), area.height(), SANS);
        line("<title>%s</title>", title);
        line(
                "<defs><pattern id=\"dots\" width=\"%s\" height=\"%s\" patternUnits=\"userSpaceOnUse\">"
                        + "<rect x=\"-0.75\" y=\"-0.75\" width=\"1.5\" height=\"1.5\" fill=\"%s\"/></pattern></defs>",
                DOTS, DOTS, tokens.colour("grid"));
        rect(area, 0, tokens.colour("canvas"), null);
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"url(#dots)\"/>",
                area.x(), area.y(), area.width(), area.height());
        drawing.wires().forEach(this::wire);
        drawing.cards().values().forEach(this::card);
        drawing.wires().forEach(this::chip);
        line("</svg>");
        return out.toString();
    }

    /// @return what a picture of the drawing shows: everything, and a margin
    public static Rect area(Drawing drawing) {
        Rect all = drawing.bounds().orElse(new Rect(0, 0, 400, 200));
        double left = Math.floor(all.x() - MARGIN);
        double top = Math.floor(all.y() - MARGIN);
        return new Rect(left, top, Math.ceil(all.right() + MARGIN) - left, Math.ceil(all.bottom() + MARGIN) - top);
    }

    private void wire(WireLine wire) {
        String d = wire.route().pieces().stream()
                .map(piece -> switch (piece) {
                    case Route.Piece.Move(Point to) -> "M" + at(to);
                    case Route.Piece.Line(Point to) -> "L" + at(to);
                    case Route.Piece.Curve(Point control, Point to) -> "Q" + at(control) + " " + at(to);
                })
                .collect(Collectors.joining(" "));
        line(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\"/>",
                d, tokens.colour(wire.bad() ? "bad" : "faint"), wire.bad() ? 2 : 1.5);
    }

    private void chip(WireLine wire) {
        WireLine.Chip chip = wire.chip();
        if (chip == null) {
            return;
        }
        Rect b = chip.bounds();
        rect(b, 9, tokens.colour("canvas"), tokens.colour(wire.bad() ? "bad" : "line"));
        String colour = tokens.colour(wire.bad() ? "bad" : chip.known() ? "muted" : "faint");
        line(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"11\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
                b.centerX(), b.centerY() + 4, MONO, colour, chip.text());
    }

    private void card(Card card) {
        Rect b = card.bounds();
        String trouble = card.hasErrors() ? "bad" : "warning";
        line("<g><title>%s</title>", card.spoken());
        rect(b, 10, tokens.colour("panel"), tokens.colour(card.problems().isEmpty() ? "line" : trouble));
        rect(new Rect(b.x() + EDGE, b.y() + 13, 10, 10), 3, tokens.colour("family-" + card.family()), null);
        double room = b.width() - TEXT_X - EDGE;
        String title = TextFit.fit(card.title(), 13, room);
        text(b.x() + TEXT_X, b.y() + 22.5, 13, "text", "start", true, title);
        double left = room - TextFit.width(title, 13) - 10;
        if (!card.tag().isEmpty() && left > 16) {
            text(b.right() - EDGE, b.y() + 22.5, 11, "faint", "end", false, TextFit.fit(card.tag(), 11, left));
        }
        text(b.x() + TEXT_X, b.y() + 42, 11.5, "muted", "start", false, TextFit.fit(card.summary(), 11.5, room));
        if (!card.problems().isEmpty()) {
            problem(card, trouble);
        }
        card.spots().forEach(this::port);
        line("</g>");
    }

    private void problem(Card card, String colour) {
        Rect b = card.bounds();
        String text = card.problems().getFirst().text();
        int lines = CardMetrics.problemLines(text);
        double y = b.y() + card.problemTop() + 11;
        line(
                "<path d=\"M%s L%s L%s Z\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\" stroke-linejoin=\"round\"/>",
                at(new Point(b.x() + EDGE, y)),
                at(new Point(b.x() + EDGE + 6, y - 10)),
                at(new Point(b.x() + EDGE + 12, y)),
                tokens.colour(colour));
        for (String part : broken(text, b.width() - TEXT_X - EDGE, lines)) {
            text(b.x() + TEXT_X, y, 11, colour, "start", false, part);
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
        line(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                spot.at().x(),
                spot.at().y(),
                CardMetrics.PORT_RADIUS,
                tokens.colour("canvas"),
                tokens.colour(spot.known() ? "muted" : "bad"));
        if (!spot.label().isEmpty()) {
            double x = spot.at().x() + (spot.output() ? -EDGE : EDGE);
            text(x, spot.at().y() + 4, 11, "muted", spot.output() ? "end" : "start", false, spot.label());
        }
    }

    private void rect(Rect r, double radius, String fill, @Nullable String stroke) {
        // a frame lies within the rectangle, as on the screen
        Rect b = stroke == null ? r : r.grow(-0.5);
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"/>",
                b.x(), b.y(), b.width(), b.height(), radius, fill, stroke == null ? "none" : stroke);
    }

    private void text(double x, double y, double size, String colour, String anchor, boolean strong, String words) {
        line(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, size, strong ? 600 : 400, anchor, tokens.colour(colour), words);
    }

    // every argument is escaped: names of nodes are what people typed
    private void line(String format, Object... args) {
        Object[] written = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            written[i] = args[i] instanceof Number n ? number(n.doubleValue()) : escaped(args[i].toString());
        }
        out.append(String.format(Locale.ROOT, format, written)).append('\n');
    }

    private static String at(Point p) {
        return number(p.x()) + " " + number(p.y());
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                // characters that XML 1.0 has no way to write
                default ->
                    safe.appendCodePoint(c < 0x20 && c != '\n' && c != '\t' || c == 0xfffe || c == 0xffff ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
