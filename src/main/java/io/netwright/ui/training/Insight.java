package io.netwright.ui.training;

import io.netwright.data.DataSet;
import io.netwright.ui.Answer;
import io.netwright.ui.chart.Curve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a network knows at one moment, ready to be shown. Immutable.
sealed interface Insight {

    /// A number or a class for every place of a plane, as a picture.
    ///
    /// @param width  in pixels
    /// @param argb   row by row from the top
    /// @param low    the least number; NaN where the picture is of classes
    /// @param high   the greatest number
    record Field(int width, int[] argb, double low, double high) {
        int height() {
            return argb.length / width;
        }
    }

    /// Of samples with two features: what comes out at every place of their plane.
    ///
    /// @param domain what part of the plane
    /// @param data   the samples in the units of their source
    /// @param points which of them are drawn
    /// @param layers the ports whose units can be looked at, in the order of the network, each `node.port`
    /// @param layer  the one of these whose units are shown; null where there is none
    /// @param units  its units
    /// @param whole  the network's answer, or that of the chosen unit
    /// @param unit   which unit that is; null for the network's answer
    record Surface(
            Domain domain,
            DataSet data,
            int[] points,
            List<String> layers,
            @Nullable String layer,
            List<Field> units,
            Field whole,
            @Nullable Integer unit)
            implements Insight {}

    /// What it answers for chosen samples, where the answer is a class.
    ///
    /// @param data    the samples in the units of their source
    /// @param classes the names of the classes
    /// @param answers the chosen samples, wrong ones first
    /// @param wrong   how many of the samples that were asked are answered wrongly
    /// @param asked   how many were asked
    record Answers(DataSet data, List<String> classes, List<Answer> answers, int wrong, int asked) implements Insight {}

    /// What it answers where the answer is a number: over the only feature, or over the number that is right.
    ///
    /// @param horizontal the axis' name; null for the right number
    /// @param vertical   what is predicted
    record Fit(@Nullable String horizontal, String vertical, List<Curve> curves) implements Insight {}

    /// What it writes where it was trained on a text.
    ///
    /// @param prompt what it goes on from
    /// @param text   what it wrote after that
    record Written(String prompt, String text) implements Insight {}

    /// A square part of a plane.
    ///
    /// @param x    the left edge, in the units of the source
    /// @param y    the lower edge
    /// @param size of both sides
    record Domain(double x, double y, double size) {

        /// @return a square around all samples, with a margin
        static Domain around(DataSet set) {
            double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int i = 0; i < set.size(); i++) {
                for (int axis = 0; axis < 2; axis++) {
                    low[axis] = Math.min(low[axis], set.feature(i, axis));
                    high[axis] = Math.max(high[axis], set.feature(i, axis));
                }
            }
            double extent = Math.max(high[0] - low[0], high[1] - low[1]);
            double size = extent > 0 ? 1.12 * extent : 1;
            return new Domain((low[0] + high[0] - size) / 2, (low[1] + high[1] - size) / 2, size);
        }
    }
}
