package io.netwright.ui.chart;

import java.util.Arrays;

/// One line of a [CurveChart].
///
/// @param id    tells it from the others, from update to update
/// @param label how the legend calls it, in the current language
/// @param tone  which colour it has
/// @param style how it is drawn
/// @param x     ascending. Not modified, and not to be modified afterwards.
/// @param y     as many; what is not finite is a gap. Not modified, and not to be modified afterwards.
public record Curve(String id, String label, Tone tone, Style style, double[] x, double[] y) {

    /// The colours of lines; each theme has its own, in `panels.css`.
    public enum Tone {
        TRAIN,
        VALIDATION,
        THIRD,
        FOURTH
    }

    /// How a curve is drawn.
    public enum Style {
        LINE,
        /// Thin and pale, as raw values behind a smoothed line.
        FAINT,
        /// Its points only.
        DOTS,
        /// Thin and dashed: what others are compared with, such as the diagonal of a ROC curve.
        GUIDE
    }

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
        }
    }

    /// @return whether it is what the eye is to follow, and so has a place in the legend
    public boolean isNamed() {
        return style == Style.LINE || style == Style.DOTS;
    }

    /// @return the value at the point nearest to `at`; NaN where the curve has none there
    public double near(double at) {
        if (x.length == 0 || at < x[0] - reach() || at > x[x.length - 1] + reach()) {
            return Double.NaN;
        }
        int i = Arrays.binarySearch(x, at);
        int next = i >= 0 ? i : Math.min(-i - 1, x.length - 1);
        int before = Math.max(0, next - 1);
        return at - x[before] < x[next] - at ? y[before] : y[next];
    }

    /// Half the usual distance of two points: so far beyond its ends a curve still has its value.
    private double reach() {
        return x.length < 2 ? 0.5 : (x[x.length - 1] - x[0]) / (x.length - 1) / 2;
    }

    public int size() {
        return x.length;
    }
}
