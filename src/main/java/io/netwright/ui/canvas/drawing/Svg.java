package io.netwright.ui.canvas.drawing;

import io.netwright.text.Markup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes drawings as Scalable Vector Graphics (SVG 1.1), with text as text.
///
/// The faces are named, not embedded: where Inter is not installed, the reader's sans face stands in.
public final class Svg implements Pen {

    private static final double DOTS = 16;
    private static final String SANS = "Inter, 'Noto Sans CJK SC', 'Noto Sans SC', 'Segoe UI', sans-serif";
    private static final String MONO = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /// @return the drawing as a whole document, in UTF-8
    public static String write(Drawing drawing, Tokens tokens, String title) {
        return new Svg().document(drawing, tokens, title);
    }

    /// @return what a picture of the drawing shows: everything, and a margin
    public static Rect area(Drawing drawing) {
        return Painter.area(drawing);
    }

    private String document(Drawing drawing, Tokens tokens, String title) {
        Rect area = Painter.area(drawing);
        element("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        element(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" font-family=\"%s\">",
                area.width(), area.height(), area.x(), area.y(), area.width(), area.height(), SANS);
        element("<title>%s</title>", title);
        element(
                "<defs><pattern id=\"dots\" width=\"%s\" height=\"%s\" patternUnits=\"userSpaceOnUse\">"
                        + "<rect x=\"-0.75\" y=\"-0.75\" width=\"1.5\" height=\"1.5\" fill=\"%s\"/></pattern></defs>",
                DOTS, DOTS, tokens.colour("grid"));
        rect(area, 0, tokens.colour("canvas"), null);
        element(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"url(#dots)\"/>",
                area.x(), area.y(), area.width(), area.height());
        new Painter(tokens, this).paint(drawing);
        element("</svg>");
        return out.toString();
    }

    @Override
    public void begin(String spoken) {
        element("<g><title>%s</title>", spoken);
    }

    @Override
    public void end() {
        element("</g>");
    }

    @Override
    public void rect(Rect r, double radius, String fill, @Nullable String stroke) {
        // a frame lies within the rectangle, as on the screen
        Rect b = stroke == null ? r : r.grow(-0.5);
        element(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"/>",
                b.x(), b.y(), b.width(), b.height(), radius, fill, stroke == null ? "none" : stroke);
    }

    @Override
    public void line(List<Route.Piece> pieces, boolean closed, String stroke, double width) {
        String d = pieces.stream()
                .map(piece -> switch (piece) {
                    case Route.Piece.Move(Point to) -> "M" + at(to);
                    case Route.Piece.Line(Point to) -> "L" + at(to);
                    case Route.Piece.Curve(Point control, Point to) -> "Q" + at(control) + " " + at(to);
                })
                .collect(Collectors.joining(" "));
        element(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\""
                        + " stroke-linejoin=\"round\"/>",
                closed ? d + " Z" : d, stroke, width);
    }

    @Override
    public void circle(Point centre, double radius, String fill, String stroke) {
        element(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                centre.x(), centre.y(), radius, fill, stroke);
    }

    @Override
    public void text(Point at, Anchor anchor, Face face, double size, String colour, String words) {
        element(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" font-weight=\"%s\" text-anchor=\"%s\""
                        + " fill=\"%s\">%s</text>",
                at.x(),
                at.y(),
                face == Face.MONO ? MONO : SANS,
                size,
                face == Face.STRONG ? 600 : 400,
                anchor.name().toLowerCase(Locale.ROOT),
                colour,
                words);
    }

    // every argument is escaped: names of nodes are what people typed
    private void element(String format, Object... args) {
        Object[] written = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            written[i] = args[i] instanceof Number n ? number(n.doubleValue()) : Markup.escaped(args[i].toString());
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
}
