package io.netwright.ui.chart;

import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/// Shows [Curve]s to JFreeChart without copying them.
final class CurveData extends AbstractXYDataset {

    private static final long serialVersionUID = 1L;

    private transient List<Curve> curves = List.of();

    /// Takes new curves and redraws once.
    void set(List<Curve> next) {
        curves = List.copyOf(next);
        fireDatasetChanged();
    }

    List<Curve> curves() {
        return curves;
    }

    /// @return whether every finite value is above 0, as a logarithmic axis needs
    boolean isPositive() {
        for (Curve c : curves) {
            for (double y : c.y()) {
                if (y <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Widens the axis to what is there, with a little air; JFreeChart alone would take a flat line for no range.
    static void breathe(NumberAxis axis) {
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(1e-9);
        axis.setUpperMargin(0.06);
        axis.setLowerMargin(0.06);
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return curves.get(series).id();
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).size();
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).x()[item];
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).y()[item];
    }
}
