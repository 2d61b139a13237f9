package io.netwright.ui.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/// Lines over a common axis, such as loss over steps, drawn by JFreeChart in the colours of the theme.
///
/// The caller says which curves there are, as often as it likes; a hundred thousand points are drawn smoothly, more are
/// to be thinned out first. Hovering shows what every curve is at the place under the mouse.
public final class CurveChart extends Region {

    private static final int TEXT_SIZE = 11;
    /// Half the width of a dot.
    private static final double DOT = 2.2;

    private final CurveData data = new CurveData();
    private final ChartStyle style = new ChartStyle();
    private ValueAxis domain = linearDomain();
    private final SamplingXYLineRenderer renderer = new SamplingXYLineRenderer();
    private final XYPlot plot = new XYPlot(data, domain, new NumberAxis(), renderer);
    private final CurveData dots = new CurveData();
    private final XYLineAndShapeRenderer dotRenderer = new XYLineAndShapeRenderer(false, true);
    private List<Curve> shown = List.of();
    private String domainTitle = "";
    private String rangeTitle = "";
    private final ChartCanvas canvas;
    private final Crosshair crosshair = new Crosshair();
    private DoubleFunction<String> title = at -> "";
    private boolean logarithmic;
    private boolean wasZoomed;

    /// An empty chart on linear axes.
    public CurveChart() {
        getStyleClass().add("nw-curve-chart");
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setPadding(new RectangleInsets(8, 2, 2, 22));
        canvas = new ChartCanvas(chart);
        canvas.setTooltipEnabled(false);
        canvas.setDomainZoomable(true);
        canvas.setRangeZoomable(false);
        getChildren().addAll(style, canvas, crosshair);
        plot.setDataset(1, dots);
        plot.setRenderer(1, dotRenderer);
        plot.setRangeAxis(rangeAxis());
        paint();
        style.onChange(this::paint);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> moved(e.getX(), e.getY()));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, e -> left());
    }

    /// Shows these curves instead of those before, later ones in front.
    public void show(List<Curve> curves) {
        boolean samePaint = curves.size() == shown.size();
        for (int i = 0; samePaint && i < curves.size(); i++) {
            samePaint = curves.get(i).tone() == shown.get(i).tone()
                    && curves.get(i).style() == shown.get(i).style();
        }
        shown = List.copyOf(curves);
        data.set(shown.stream().filter(c -> c.style() != Curve.Style.DOTS).toList());
        dots.set(shown.stream().filter(c -> c.style() == Curve.Style.DOTS).toList());
        if (!samePaint) {
            paint();
        }
    }

    /// Switches the vertical axis between linear and logarithmic.
    public void setLogarithmic(boolean next) {
        if (next != logarithmic) {
            logarithmic = next;
            plot.setRangeAxis(rangeAxis());
            paint();
        }
    }

    /// Switches the horizontal axis between linear and logarithmic; before [#onZoom], which follows the axis there is.
    public void setLogarithmicDomain(boolean next) {
        domain = next ? new DecadeAxis() : linearDomain();
        plot.setDomainAxis(domain);
        paint();
    }

    private static NumberAxis linearDomain() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.02);
        return axis;
    }

    public boolean isLogarithmic() {
        return logarithmic;
    }

    /// Says how a place on the horizontal axis is called beside the values there.
    public void setPlaceNames(DoubleFunction<String> names) {
        title = names;
    }

    /// @return the chart as it is seen, in Scalable Vector Graphics (SVG 1.1), with text as text
    public String svg() {
        return new ChartSvg(getWidth(), getHeight(), style, domain, plot.getRangeAxis(), shown).document();
    }

    /// Says what to do when another part of the horizontal axis is looked at.
    public void onZoom(Runnable action) {
        domain.addChangeListener(e -> {
            if (isZoomed() || wasZoomed) {
                wasZoomed = isZoomed();
                action.run();
            }
        });
    }

    /// @return whether only a part of the horizontal axis is seen
    public boolean isZoomed() {
        return !domain.isAutoRange();
    }

    /// Shows the part of the horizontal axis from `low` to `high`.
    public void zoom(double low, double high) {
        domain.setRange(low, high);
    }

    /// @return the left end of what is seen of the horizontal axis
    public double low() {
        return domain.getLowerBound();
    }

    /// @return the right end
    public double high() {
        return domain.getUpperBound();
    }

    /// Zooms back to everything.
    public void showAll() {
        domain.setAutoRange(true);
        plot.getRangeAxis().setAutoRange(true);
    }

    /// Says beside the axes what they are of; empty for nothing.
    public void setTitles(String horizontal, String vertical) {
        domainTitle = horizontal;
        rangeTitle = vertical;
        paint();
    }

    /// Holds both axes at the same range from `low` to `high`, whatever is shown.
    public void setSquare(double low, double high) {
        domain.setRange(low, high);
        plot.getRangeAxis().setRange(low, high);
    }

    /// @return the curves that are drawn now, back to front
    public List<Curve> curves() {
        return shown;
    }

    /// @return the points drawn now, over all curves
    public int points() {
        return shown.stream().mapToInt(Curve::size).sum();
    }

    private ValueAxis rangeAxis() {
        if (logarithmic) {
            return new DecadeAxis();
        }
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(new NumberTickUnitSource(false, new Plain()));
        CurveData.breathe(axis);
        return axis;
    }

    private void paint() {
        java.awt.Color clear = new java.awt.Color(0, 0, 0, 0);
        plot.setBackgroundPaint(clear);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(awt(style.grid(), 1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        canvas.getChart().setBackgroundPaint(clear);
        domain.setLabel(domainTitle.isEmpty() ? null : domainTitle);
        plot.getRangeAxis().setLabel(rangeTitle.isEmpty() ? null : rangeTitle);
        java.awt.Font font = ChartFont.of(style.face(), domainTitle + rangeTitle, TEXT_SIZE);
        // what is drawn first uses the face that the canvas had before: JFreeChart takes it for set already
        canvas.getGraphicsContext2D().setFont(Font.font(font.getFamily(Locale.ENGLISH), TEXT_SIZE));
        for (ValueAxis axis : List.of(domain, plot.getRangeAxis())) {
            axis.setLabelFont(font);
            axis.setLabelPaint(awt(style.text(), 1));
            axis.setTickLabelFont(font);
            axis.setTickLabelPaint(awt(style.text(), 1));
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
        }
        for (int i = 0; i < data.curves().size(); i++) {
            Curve curve = data.curves().get(i);
            renderer.setSeriesPaint(
                    i,
                    switch (curve.style()) {
                        case GUIDE -> awt(style.text(), 0.7);
                        case FAINT -> awt(style.of(curve.tone()), 0.3);
                        case LINE, DOTS -> awt(style.of(curve.tone()), 1);
                    });
            renderer.setSeriesStroke(i, stroke(curve.style()));
        }
        for (int i = 0; i < dots.curves().size(); i++) {
            dotRenderer.setSeriesPaint(i, awt(style.of(dots.curves().get(i).tone()), 0.6));
            dotRenderer.setSeriesShape(i, new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
        }
    }

    private static BasicStroke stroke(Curve.Style style) {
        return style == Curve.Style.GUIDE
                ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0)
                : new BasicStroke(style == Curve.Style.FAINT ? 1f : 2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static java.awt.Color awt(Color c, double opacity) {
        return new java.awt.Color(
                (float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) (c.getOpacity() * opacity));
    }

    private void moved(double x, double y) {
        java.awt.geom.Rectangle2D area = canvas.findDataArea(new java.awt.geom.Point2D.Double(x, y));
        if (area == null || !area.contains(x, y) || points() == 0) {
            left();
            return;
        }
        double at = domain.java2DToValue(x, area, plot.getDomainAxisEdge());
        crosshair.show(
                new Rectangle2D(area.getX(), area.getY(), area.getWidth(), area.getHeight()), x, y, at, title, shown);
    }

    private void left() {
        crosshair.hide();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 220;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 90;
    }
}
