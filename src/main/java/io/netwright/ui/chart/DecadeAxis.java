package io.netwright.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/// A logarithmic axis whose lines are where a person looks for them: at 0.01, 0.1, 1 and so on; where only a few
/// decades are seen also at twice and five times these. JFreeChart's own would label 0.003162.
final class DecadeAxis extends LogAxis {

    private static final long serialVersionUID = 1L;

    /// Labels that fit on a usual chart; more would be noise.
    private static final int MOST = 9;
    /// The pixels that a label needs beside others.
    private static final double LABEL = 48;
    /// In decades: below this, an axis of decades would have hardly a line.
    private static final double FEW = 2.3;

    private final transient Plain words = new Plain();

    DecadeAxis() {
        setSmallestValue(1e-12);
        setNumberFormatOverride(words);
        setLowerMargin(0.02);
        setUpperMargin(0.04);
    }

    /// @return the numbers at which there is a line in a range of positive numbers, ascending
    static double[] marks(Range range) {
        return marks(range, MOST);
    }

    private static double[] marks(Range range, int most) {
        double low = Math.log10(range.getLowerBound());
        double high = Math.log10(range.getUpperBound());
        double[] factors = high - low < FEW ? new double[] {1, 2, 5} : new double[] {1};
        int each = Math.max(1, (int) Math.ceil((high - low) / most));
        List<Double> marks = new ArrayList<>();
        for (int decade = (int) Math.floor(low); decade <= high; decade++) {
            for (double factor : factors) {
                // by its text, since powers of ten below 1 are not exact
                double mark = Double.parseDouble((int) factor + "e" + decade);
                if (Math.floorMod(decade, each) == 0 && range.contains(mark)) {
                    marks.add(mark);
                }
            }
        }
        return marks.size() > 1 ? marks.stream().mapToDouble(m -> m).toArray() : even(range);
    }

    /// Where even that leaves one line or none, the range is so short that a linear axis would look the same.
    private static double[] even(Range range) {
        double step = Math.pow(10, Math.floor(Math.log10(range.getLength())) - 1);
        for (double factor : new double[] {2, 2.5, 2, 2}) {
            // 1, 2, 5, 10, 20 times a power of ten
            step *= range.getLength() / step > 6 ? factor : 1;
        }
        List<Double> marks = new ArrayList<>();
        for (double k = Math.ceil(range.getLowerBound() / step); k * step <= range.getUpperBound(); k++) {
            marks.add(k * step);
        }
        return marks.stream().mapToDouble(m -> m).toArray();
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        boolean lying = RectangleEdge.isTopOrBottom(edge);
        int most = lying ? Math.clamp((int) (area.getWidth() / LABEL), 2, MOST) : MOST;
        TextAnchor anchor = lying
                ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        for (double mark : marks(getRange(), most)) {
            ticks.add(new NumberTick(TickType.MAJOR, mark, words.format(mark), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
