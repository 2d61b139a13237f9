package io.netwright.ui.chart;

/// One line of a [CurveChart].
///
/// @param id    tells it from the others, from update to update
/// @param label how the legend calls it, in the current language
/// @param tone  which colour it has
/// @param faint whether it is drawn thin and pale, as raw values behind a smoothed line are
/// @param x     ascending. Not modified, and not to be modified afterwards.
/// @param y     as many; what is not finite is a gap. Not modified, and not to be modified afterwards.
public record Curve(String id, String label, Tone tone, boolean faint, double[] x, double[] y) {

    /// The colours of lines; each theme has its own, in `panels.css`.
    public enum Tone {
        TRAIN,
        VALIDATION,
        THIRD,
        FOURTH
    }

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
        }
    }

    public int size() {
        return x.length;
    }
}
