package io.netwright.bench;

import java.util.List;
import java.util.Locale;

/// Curves of growth as an SVG: one panel each, both axes logarithmic, the cost of the products alone as a dashed line.
final class GrowthPicture {

    private static final int PANEL = 300;
    private static final int HEIGHT = 300;
    private static final int LEFT = 52;
    private static final int TOP = 40;
    private static final int BOTTOM = 44;

    /// What the best product reaches on one thread of the machine of `docs/performance.md`, floating-point operations a
    /// microsecond.
    private static final double ROOF = 200_000;

    /// The decades of microseconds that are shown, from 1 on.
    private static final List<String> DECADES = List.of("1", "10", "100", "1k", "10k", "100k");

    private static final int HIGH = DECADES.size() - 1;

    private final StringBuilder svg = new StringBuilder();

    private GrowthPicture() {}

    static String svg(List<Growth.Series> all) {
        GrowthPicture p = new GrowthPicture();
        p.svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" fill=\"#334155\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                PANEL * all.size(),
                HEIGHT));
        for (int i = 0; i < all.size(); i++) {
            p.panel(all.get(i), i * PANEL);
        }
        return p.svg.append("</svg>\n").toString();
    }

    private static double y(double micros) {
        double share = Math.log10(micros) / HIGH;
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private void panel(Growth.Series s, int left) {
        double right = left + PANEL - 16;
        double octaves = Math.max(1, s.points().size() - 1);
        double step = (right - left - LEFT) / octaves;
        text(left + LEFT, 20, "start", "µs a step by " + s.what() + " (" + s.rest() + ")");
        for (int decade = 0; decade <= HIGH; decade++) {
            double y = y(Math.pow(10, decade));
            line(left + LEFT, y, right, y);
            text(left + LEFT - 6, y + 4, "end", DECADES.get(decade));
        }
        StringBuilder cost = new StringBuilder();
        StringBuilder products = new StringBuilder();
        for (int i = 0; i < s.points().size(); i++) {
            Growth.Point p = s.points().get(i);
            double x = left + LEFT + i * step;
            if (i % 2 == 0) {
                text(x, HEIGHT - BOTTOM + 18, "middle", Integer.toString(p.at()));
            }
            cost.append(point(x, y(p.micros())));
            if (p.flops() / ROOF >= 1) {
                products.append(point(x, y(p.flops() / ROOF)));
            }
        }
        polyline(products, "#64748b", "4 4");
        polyline(cost, "#2563eb", "none");
        text(left + LEFT, HEIGHT - 8, "start", "dashed: its products at 200 GFLOP/s");
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }

    private void line(double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#e2e8f0\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    private void polyline(StringBuilder points, String colour, String dashes) {
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n",
                points.toString().strip(),
                colour,
                dashes));
    }
}
