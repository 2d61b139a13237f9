package io.netwright.ui.evaluate;

import io.netwright.train.Calibration;
import io.netwright.train.metric.RankCurve;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How well a class is told from all others at every threshold, and whether the network is as often right as it is
/// sure.
final class CurvesCard extends VBox {

    private static final double[] ENDS = {0, 1};
    private static final int BINS = 10;

    private final Judged judged;
    private final Figure roc;
    private final Figure precision;

    CurvesCard(Judged judged, Words words) {
        super(10);
        this.judged = judged;
        setId("evaluate-curves");
        getStyleClass().add(Styles.CARD);
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("curves-class");
        choice.getStyleClass().add("nw-data-choice");
        choice.getItems().setAll(judged.classes());
        choice.getSelectionModel().select(judged.classes().size() == 2 ? 1 : 0);
        choice.getSelectionModel().selectedIndexProperty().addListener((p, was, is) -> show(is.intValue()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                words.bind(Icons.label(Styles.TITLE), "panels.evaluate.curves"),
                gap,
                words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.evaluate.curvesOf"),
                choice);
        head.setAlignment(Pos.CENTER_LEFT);
        roc = new Figure(words, "roc", "panels.evaluate.falsePositives", "panels.evaluate.truePositives");
        precision = new Figure(words, "pr", "panels.evaluate.recall", "panels.evaluate.precision");
        Figure calibration = new Figure(words, "calibration", "panels.evaluate.sure", "panels.evaluate.right");
        getChildren().addAll(head, new HBox(16, roc, precision, calibration));
        Calibration c = Calibration.of(judged.scores(), judged.actual(), BINS);
        calibration.show(
                "panels.evaluate.calibration",
                c.error(),
                List.of(
                        new Curve("ideal", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, ENDS, ENDS),
                        new Curve("line", "", Curve.Tone.TRAIN, Curve.Style.LINE, c.confidence(), c.accuracy()),
                        new Curve("dots", "", Curve.Tone.TRAIN, Curve.Style.DOTS, c.confidence(), c.accuracy())));
        show(choice.getSelectionModel().getSelectedIndex());
    }

    private void show(int k) {
        int[] actual = judged.actual();
        double[] score = new double[actual.length];
        boolean[] positive = new boolean[actual.length];
        int n = 0;
        for (int i = 0; i < actual.length; i++) {
            score[i] = judged.scores().at(i, k);
            positive[i] = actual[i] == k;
            n += positive[i] ? 1 : 0;
        }
        if (n == 0 || n == actual.length) {
            roc.nothing("panels.evaluate.roc");
            precision.nothing("panels.evaluate.pr");
            return;
        }
        RankCurve r = RankCurve.roc(score, positive);
        roc.show(
                "panels.evaluate.roc",
                r.area(),
                List.of(
                        new Curve("chance", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, ENDS, ENDS),
                        new Curve("roc", "", Curve.Tone.TRAIN, Curve.Style.LINE, r.x(), r.y())));
        RankCurve pr = RankCurve.precisionRecall(score, positive);
        double share = (double) n / actual.length;
        precision.show(
                "panels.evaluate.pr",
                pr.area(),
                List.of(
                        new Curve("chance", "", Curve.Tone.TRAIN, Curve.Style.GUIDE, ENDS, new double[] {share, share}),
                        new Curve("pr", "", Curve.Tone.TRAIN, Curve.Style.LINE, pr.x(), pr.y())));
    }

    /// One curve under what sums it up.
    private static final class Figure extends VBox {

        private final Words words;
        private final Label title = Icons.label(Styles.SMALL);
        private final CurveChart chart = new CurveChart();

        Figure(Words words, String id, String horizontal, String vertical) {
            super(4);
            this.words = words;
            setId("curve-" + id);
            title.setId("curve-" + id + "-title");
            chart.setTitles(words.now(horizontal), words.now(vertical));
            chart.setSquare(0, 1.02);
            chart.setPrefHeight(230);
            chart.setMinHeight(230);
            HBox.setHgrow(this, Priority.ALWAYS);
            setMinWidth(200);
            setPrefWidth(260);
            getChildren().addAll(title, chart);
        }

        void show(String key, double figure, List<Curve> curves) {
            title.setText(words.now(key, String.format(Locale.ENGLISH, "%.4f", figure)));
            chart.show(curves);
        }

        void nothing(String key) {
            title.setText(words.now(key, Figures.NONE));
            chart.show(List.of());
        }
    }
}
