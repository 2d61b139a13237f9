package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.CurveChart;
import io.netwright.ui.training.Insight.Field;
import io.netwright.ui.training.Insight.Surface;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the network knows now: a plane in its colours, its answers for samples, or its curve.
final class InsightPane extends VBox {

    private final InsightModel model;
    private final Words words;
    private final SurfaceView surface = new SurfaceView();
    private final UnitStrip units;
    private final AnswersView answers;
    private final WrittenView written;
    private final CurveChart fit = new CurveChart();
    private final Label reading = Icons.label(Styles.MONO, Styles.SMALL, Styles.MUTED);
    private final VBox plane;
    private final Label empty = Icons.label(Styles.MUTED);
    private final StackPane body = new StackPane();

    InsightPane(InsightModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("insight");
        getStyleClass().addAll(Styles.CARD, "nw-curve-pane");
        units = new UnitStrip(words, model::choose);
        answers = new AnswersView(words);
        written = new WrittenView(words, model::write);
        plane = new VBox(8, surface, units);
        VBox.setVgrow(surface, Priority.ALWAYS);
        fit.setId("fit");
        reading.setId("insight-reading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, words.bind(Icons.label(Styles.TITLE), "panels.train.knows"), gap, reading);
        head.getStyleClass().add("nw-card-head");
        words.bind(empty, "panels.train.knowsNothing");
        empty.setWrapText(true);
        empty.setAlignment(Pos.CENTER);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(80);
        getChildren().addAll(head, body);
        model.insightProperty().addListener((p, was, is) -> show());
        words.messagesProperty().addListener((p, was, is) -> show());
        show();
    }

    private void show() {
        Insight insight = model.insightProperty().get();
        reading.setText("");
        switch (insight) {
            case null -> put(empty);
            case Surface s -> {
                surface.show(s);
                units.show(s);
                reading.setText(reading(s));
                put(plane);
            }
            case Insight.Answers a -> {
                answers.show(a);
                put(answers);
            }
            case Insight.Written w -> {
                written.show(w);
                put(written);
            }
            case Insight.Fit f -> {
                fit.setTitles(
                        f.horizontal() == null ? words.now("panels.train.actual") : f.horizontal(),
                        words.now("panels.train.predicted", f.vertical()));
                fit.show(f.curves());
                put(fit);
            }
        }
    }

    private void put(Node node) {
        if (body.getChildren().isEmpty() || body.getChildren().getFirst() != node) {
            body.getChildren().setAll(node);
        }
    }

    /// What is on the picture, and which numbers its colours stand for.
    private String reading(Surface s) {
        Field field = s.whole();
        String what = unit(s.layer(), s.unit());
        return Double.isNaN(field.low())
                ? what
                : what + (what.isEmpty() ? "" : "  ") + SurfaceView.number(field.low()) + " … "
                        + SurfaceView.number(field.high());
    }

    private static String unit(@Nullable String layer, @Nullable Integer unit) {
        return layer == null || unit == null ? "" : layer.replace(".out", "") + " [" + unit + "]";
    }
}
