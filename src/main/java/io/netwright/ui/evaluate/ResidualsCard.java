package io.netwright.ui.evaluate;

import io.netwright.data.Target;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where answers are numbers: what was said over what is right, what is left over, and the worst errors.
final class ResidualsCard extends VBox {

    private static final int WORST = 8;

    ResidualsCard(Judged judged, Target.Values target, Words words) {
        super(10);
        setId("evaluate-residuals");
        getStyleClass().add(Styles.CARD);
        int n = judged.samples().length;
        double[] actual = new double[n];
        double[] said = new double[n];
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            actual[i] = target.values()[judged.samples()[i] * target.width()];
            said[i] = judged.scores().at(i, 0);
            left[i] = said[i] - actual[i];
        }
        double low = IntStream.range(0, n).mapToDouble(i -> actual[i]).min().orElse(0);
        double high = IntStream.range(0, n).mapToDouble(i -> actual[i]).max().orElse(1);
        double[] ends = {low, high};
        double[] zero = {0, 0};
        CurveChart predicted = chart(
                words.now("panels.train.actual"),
                words.now("panels.train.predicted", target.names().getFirst()),
                new Curve("right", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, ends, ends),
                new Curve("samples", "", Curve.Tone.TRAIN, Curve.Style.DOTS, actual, said));
        predicted.setId("predicted-chart");
        double leastSaid = IntStream.range(0, n).mapToDouble(i -> said[i]).min().orElse(0);
        double mostSaid = IntStream.range(0, n).mapToDouble(i -> said[i]).max().orElse(1);
        CurveChart residuals = chart(
                words.now("panels.train.predicted", target.names().getFirst()),
                words.now("panels.evaluate.residual"),
                new Curve("right", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, new double[] {leastSaid, mostSaid}, zero),
                new Curve("samples", "", Curve.Tone.TRAIN, Curve.Style.DOTS, said, left));
        residuals.setId("residuals-chart");
        HBox charts = new HBox(16, predicted, residuals, worst(judged, words, actual, said));
        HBox.setHgrow(predicted, Priority.ALWAYS);
        HBox.setHgrow(residuals, Priority.ALWAYS);
        getChildren().addAll(words.bind(Icons.label(Styles.TITLE), "panels.evaluate.residuals"), charts);
    }

    private static CurveChart chart(String horizontal, String vertical, Curve... curves) {
        CurveChart chart = new CurveChart();
        chart.setTitles(horizontal, vertical);
        chart.setMinHeight(260);
        chart.setPrefHeight(260);
        chart.show(List.of(curves));
        return chart;
    }

    private static GridPane worst(Judged judged, Words words, double[] actual, double[] said) {
        GridPane grid = new GridPane(18, 5);
        grid.setId("worst-values");
        String[] heads = {
            "panels.evaluate.sample", "panels.train.actual", "panels.evaluate.said", "panels.evaluate.residual"
        };
        for (int c = 0; c < heads.length; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            grid.add(words.bind(Icons.label(Styles.HEADING), heads[c]), c, 0);
        }
        List<Integer> order = IntStream.range(0, actual.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(said[i] - actual[i])))
                .limit(WORST)
                .toList();
        for (int row = 0; row < order.size(); row++) {
            int i = order.get(row);
            double[] numbers = {judged.samples()[i], actual[i], said[i], said[i] - actual[i]};
            for (int c = 0; c < numbers.length; c++) {
                Label cell = Icons.label(Styles.MONO);
                cell.setText(String.format(Locale.ENGLISH, c == 0 ? "%.0f" : "%.4g", numbers[c]));
                grid.add(cell, c, row + 1);
            }
        }
        return grid;
    }
}
