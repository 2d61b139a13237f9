package io.netwright.ui.canvas.drawing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A drawing as an SVG document: real text, real curves, fit for a paper. Knows no JavaFX.
public final class SvgPicture {

    private static final double MARGIN = 24;
    private static final double PADDING = 12;

    /// The colours of a theme by name (`panel`, `line`, `text`, `muted`, `faint`, `canvas`, `bad`, `warning`, and
    /// `family-<key>`).
    private final Map<String, String> colours;

    /// @param colours as CSS writes them, such as `#ffffff`
    public SvgPicture(Map<String, String> colours) {
        this.colours = new HashMap<>(colours);
    }

    /// @return the document
    public String of(Drawing drawing) {
        Rect all = drawing.bounds().orElse(new Rect(0, 0, 1, 1)).grow(MARGIN);
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\" "
                        + "font-family=\"Inter, Noto Sans CJK SC, sans-serif\">\n",
                all.x(), all.y(), all.width(), all.height(), all.width(), all.height()));
        svg.append(rect(all, 0, colour("canvas"), "none"));
        drawing.wires().forEach(w -> wire(svg, w));
        drawing.cards().values().forEach(c -> card(svg, c));
        drawing.wires().forEach(w -> chip(svg, w));
        return svg.append("</svg>\n").toString();
    }

    private void wire(StringBuilder svg, WireLine wire) {
        StringBuilder path = new StringBuilder();
        for (Route.Piece piece : wire.route().pieces()) {
            path.append(
                    switch (piece) {
                        case Route.Piece.Move(Point to) -> format("M%s %s", to.x(), to.y());
                        case Route.Piece.Line(Point to) -> format("L%s %s", to.x(), to.y());
                        case Route.Piece.Curve(Point c, Point to) ->
                            format("Q%s %s %s %s", c.x(), c.y(), to.x(), to.y());
                    });
        }
        svg.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"");
        svg.append(colour(wire.bad() ? "bad" : "faint")).append("\" stroke-width=\"2\"/>\n");
    }

    private void chip(StringBuilder svg, WireLine wire) {
        WireLine.Chip chip = wire.chip();
        if (chip != null) {
            Rect r = chip.bounds();
            svg.append(rect(r, r.height() / 2, colour("panel"), colour("line")));
            svg.append(text(
                    r.centerX(),
                    r.centerY() + 3.5,
                    10.5,
                    "text-anchor=\"middle\" font-family=\"JetBrains Mono, monospace\"",
                    "muted",
                    chip.text()));
        }
    }

    private void card(StringBuilder svg, Card card) {
        Rect r = card.bounds();
        svg.append(rect(r, 10, colour("panel"), colour(card.hasErrors() ? "bad" : "line")));
        double left = r.x() + PADDING;
        svg.append(rect(new Rect(left, r.y() + 14, 10, 10), 3, colour("family-" + card.family()), "none"));
        svg.append(text(left + 18, r.y() + 23.5, 13, "font-weight=\"600\"", "text", card.title()));
        if (!card.tag().isEmpty()) {
            svg.append(text(r.right() - PADDING, r.y() + 23.5, 11, "text-anchor=\"end\"", "faint", card.tag()));
        }
        svg.append(text(left + 18, r.y() + 42, 11, "", "muted", card.summary()));
        if (!card.problems().isEmpty()) {
            Card.Problem problem = card.problems().getFirst();
            svg.append(text(
                    left, r.y() + card.problemTop() + 14, 11, "", problem.error() ? "bad" : "warning", problem.text()));
        }
        card.spots()
                .forEach(s -> svg.append(format(
                        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>\n",
                        s.at().x(), s.at().y(), CardMetrics.PORT_RADIUS, colour("panel"), colour("faint"))));
    }

    private static String rect(Rect r, double radius, String fill, String stroke) {
        return format(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"/>\n",
                r.x(), r.y(), r.width(), r.height(), radius, fill, stroke);
    }

    private String text(double x, double y, double size, String more, String colour, String words) {
        return format(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" %s fill=\"%s\">%s</text>\n",
                x, y, size, more, colour(colour), escaped(words));
    }

    private String colour(String name) {
        return colours.getOrDefault(name, "#808080");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Numbers with two decimals at most, in no language.
    private static String format(String pattern, Object... args) {
        Object[] texts = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i] instanceof Double d
                    ? String.format(Locale.ROOT, "%.2f", d).replaceAll("\\.?0+$", "")
                    : args[i];
        }
        return String.format(Locale.ROOT, pattern, texts);
    }
}
