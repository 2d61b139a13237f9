package io.netwright.ui.chart;

import io.netwright.text.Markup;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/// Writes a chart in Scalable Vector Graphics (SVG 1.1), in the colours of its theme, with text as text. JFreeChart's
/// own writer of SVG is under the GPL and so cannot be shipped (decision 4).
final class ChartSvg {

    private static final double LEFT = 58;
    private static final double RIGHT = 22;
    private static final double TOP = 30;
    private static final double BOTTOM = 42;
    private static final int TEXT = 11;
    private static final double DOT = 2.2;
    private static final double LEGEND_LINE = 14;
    private static final double LETTER = 6.2;
    private static final String FACES = "Inter, 'Noto Sans CJK SC', 'Noto Sans SC', 'Segoe UI', sans-serif";

    private final double width;
    private final double height;
    private final ChartStyle style;
    private final ValueAxis domain;
    private final ValueAxis range;
    private final List<Curve> curves;
    private final Rectangle2D area;
    private final StringBuilder out = new StringBuilder();

    ChartSvg(double width, double height, ChartStyle style, ValueAxis domain, ValueAxis range, List<Curve> curves) {
        this.width = width;
        this.height = height;
        this.style = style;
        this.domain = domain;
        this.range = range;
        this.curves = curves;
        this.area = new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
    }

    String document() {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" font-family=\"%s\" font-size=\"%d\">",
                number(width), number(height), number(width), number(height), FACES, TEXT);
        line(
                "<defs><clipPath id=\"plot\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath></defs>",
                number(area.getX()), number(area.getY()), number(area.getWidth()), number(area.getHeight()));
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        for (Object tick : range.refreshTicks(g, new AxisState(), area, RectangleEdge.LEFT)) {
            rangeTick((ValueTick) tick);
        }
        for (Object tick : domain.refreshTicks(g, new AxisState(), area, RectangleEdge.BOTTOM)) {
            ValueTick t = (ValueTick) tick;
            text(
                    domain.valueToJava2D(t.getValue(), area, RectangleEdge.BOTTOM),
                    area.getMaxY() + 16,
                    "middle",
                    t.getText());
        }
        g.dispose();
        titles();
        line("<g clip-path=\"url(#plot)\" fill=\"none\" stroke-linejoin=\"round\">");
        curves.forEach(this::curve);
        line("</g>");
        legend();
        line("</svg>");
        return out.toString();
    }

    private void rangeTick(ValueTick tick) {
        double y = range.valueToJava2D(tick.getValue(), area, RectangleEdge.LEFT);
        line(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>",
                number(area.getX()), number(y), number(area.getMaxX()), number(y), colour(style.grid()));
        text(area.getX() - 6, y + 4, "end", tick.getText());
    }

    private void titles() {
        if (domain.getLabel() != null) {
            text(area.getCenterX(), height - 8, "middle", domain.getLabel());
        }
        if (range.getLabel() != null) {
            line(
                    "<text transform=\"translate(12 %s) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
                    number(area.getCenterY()), colour(style.text()), Markup.escaped(range.getLabel()));
        }
    }

    private void curve(Curve c) {
        String colour = c.style() == Curve.Style.GUIDE ? colour(style.text()) : colour(style.of(c.tone()));
        if (c.style() == Curve.Style.DOTS) {
            for (int i = 0; i < c.size(); i++) {
                if (Double.isFinite(c.y()[i])) {
                    line(
                            "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" opacity=\"0.6\"/>",
                            number(x(c, i)), number(y(c, i)), DOT, colour);
                }
            }
            return;
        }
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < c.size(); i++) {
            boolean there = Double.isFinite(c.y()[i]) && Double.isFinite(y(c, i));
            if (there) {
                path.append(pen ? 'L' : 'M').append(number(x(c, i))).append(' ').append(number(y(c, i)));
            }
            pen = there;
        }
        String how =
                switch (c.style()) {
                    case FAINT -> "stroke-width=\"1\" opacity=\"0.3\"";
                    case GUIDE -> "stroke-width=\"1\" opacity=\"0.7\" stroke-dasharray=\"4 4\"";
                    case LINE, DOTS -> "stroke-width=\"2\" stroke-linecap=\"round\"";
                };
        line("<path d=\"%s\" stroke=\"%s\" %s/>", path, colour, how);
    }

    private void legend() {
        double x = area.getX();
        for (Curve c : curves) {
            if (c.isNamed() && !c.label().isEmpty()) {
                line(
                        "<line x1=\"%s\" y1=\"14\" x2=\"%s\" y2=\"14\" stroke=\"%s\" stroke-width=\"3\"/>",
                        number(x), number(x + LEGEND_LINE), colour(style.of(c.tone())));
                text(x + LEGEND_LINE + 5, 18, "start", c.label());
                x += LEGEND_LINE + 20 + LETTER * c.label().length();
            }
        }
    }

    private double x(Curve c, int i) {
        return domain.valueToJava2D(c.x()[i], area, RectangleEdge.BOTTOM);
    }

    private double y(Curve c, int i) {
        return range.valueToJava2D(c.y()[i], area, RectangleEdge.LEFT);
    }

    private void text(double x, double y, String anchor, String words) {
        line(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                number(x), number(y), anchor, colour(style.text()), Markup.escaped(words));
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.2f", x);
    }

    private static String colour(Color c) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(255 * c.getRed()),
                Math.round(255 * c.getGreen()),
                Math.round(255 * c.getBlue()));
    }
}
