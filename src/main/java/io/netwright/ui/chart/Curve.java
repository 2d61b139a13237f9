package io.netwright.ui.chart;

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

    public int size() {
        return x.length;
    }
}
