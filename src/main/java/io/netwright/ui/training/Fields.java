package io.netwright.ui.training;

import io.netwright.train.Scores;
import io.netwright.ui.Marks;
import io.netwright.ui.training.Insight.Field;
import java.util.function.IntToDoubleFunction;
import javafx.scene.paint.Color;

/// Makes pictures of numbers over a plane. Their ground shows through, so that they suit both themes.
final class Fields {

    private static final double FAINTEST = 0.12;
    private static final double STRONGEST = 0.45;
    private static final double BOUNDARY = 0.75;

    private Fields() {}

    /// The classes by their colours, mixed by their probabilities and the stronger the surer; where one class gives way
    /// to another there is a line, so that nobody depends on the colours.
    ///
    /// @param side places across and up; `scores` has them row by row from the top
    static Field classes(Scores scores, int side) {
        int[] argb = new int[side * side];
        int k = scores.width();
        for (int i = 0; i < argb.length; i++) {
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int c = 0; c < k; c++) {
                Color colour = Marks.colour(c);
                double p = scores.at(i, c);
                red += p * colour.getRed();
                green += p * colour.getGreen();
                blue += p * colour.getBlue();
            }
            int best = scores.best(i);
            double sure = (scores.at(i, best) * k - 1) / (k - 1);
            boolean edge = i % side + 1 < side && scores.best(i + 1) != best
                    || i + side < argb.length && scores.best(i + side) != best;
            argb[i] = argb(red, green, blue, edge ? BOUNDARY : FAINTEST + (STRONGEST - FAINTEST) * sure);
        }
        return new Field(side, argb, Double.NaN, Double.NaN);
    }

    /// Numbers: negative ones tend to red, positive ones to blue.
    ///
    /// @param number at a place, row by row from the top
    /// Where there is no number, NaN, the ground shows.
    static Field signed(IntToDoubleFunction number, int width, int height) {
        double[] range = range(number, width * height);
        double most = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        return field(i -> most == 0 ? 0.5 : (number.applyAsDouble(i) / most + 1) / 2, width, height, range);
    }

    /// Numbers on the scale that the samples' own numbers have.
    static Field values(IntToDoubleFunction number, int side, double low, double high) {
        return field(i -> Math.clamp((number.applyAsDouble(i) - low) / (high - low), 0, 1), side, side, new double[] {
            low, high
        });
    }

    private static Field field(IntToDoubleFunction share, int width, int height, double[] range) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double at = share.applyAsDouble(i);
            if (Double.isNaN(at)) {
                continue;
            }
            Color c = Marks.scale(at);
            double strength = Math.abs(2 * at - 1);
            argb[i] = argb(c.getRed(), c.getGreen(), c.getBlue(), FAINTEST + (STRONGEST - FAINTEST) * strength);
        }
        return new Field(width, argb, range[0], range[1]);
    }

    private static double[] range(IntToDoubleFunction number, int n) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double v = number.applyAsDouble(i);
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
        return new double[] {low, high};
    }

    private static int argb(double red, double green, double blue, double alpha) {
        return channel(alpha) << 24 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(double share) {
        return Math.clamp(Math.round(255 * share), 0, 255);
    }
}
