package io.netwright.ui.evaluate;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.train.Probe;
import io.netwright.train.Scores;
import io.netwright.ui.Answer;
import io.netwright.ui.AnswerBars;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An input of one's own: a picture drawn here, or values typed; and what the network answers, at once.
final class TryCard extends VBox {

    /// More fields than this nobody fills in.
    private static final int MOST_FIELDS = 24;

    private final Judged judged;
    private final Words words;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final Label answer = Icons.label(Styles.FIGURE);
    private final AnswerBars bars = new AnswerBars();
    private final List<TextField> fields = new ArrayList<>();
    private @Nullable DrawPad pad;
    private long asked;

    private TryCard(Judged judged, Words words, Executor background, Executor ui, Consumer<Throwable> failures) {
        super(10);
        this.judged = judged;
        this.words = words;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        setId("evaluate-try");
        getStyleClass().add(Styles.CARD);
        answer.setId("try-answer");
        bars.setId("try-bars");
        Label help = words.bind(
                Icons.label(Styles.MUTED, Styles.SMALL),
                isPicture(judged.data()) ? "panels.evaluate.try.draw" : "panels.evaluate.try.type");
        help.setWrapText(true);
        help.setMaxWidth(300);
        getChildren()
                .addAll(
                        words.bind(Icons.label(Styles.TITLE), "panels.evaluate.try"),
                        help,
                        isPicture(judged.data()) ? pad() : fields(),
                        answer,
                        bars);
    }

    /// @return null where nobody could make such an input by hand
    static @Nullable TryCard of(
            Judged judged, Words words, Executor background, Executor ui, Consumer<Throwable> failures) {
        DataSet data = judged.data();
        boolean table =
                data.kind() != DataSet.Kind.IMAGES && data.featureNames().size() <= MOST_FIELDS;
        return isPicture(data) || table ? new TryCard(judged, words, background, ui, failures) : null;
    }

    private static boolean isPicture(DataSet data) {
        return data.kind() == DataSet.Kind.IMAGES
                && data.sampleShape().size(0) == 1
                && data.range() != null
                && data.sampleShape().size(1) <= 32;
    }

    private Node pad() {
        DrawPad drawn = new DrawPad(
                judged.data().sampleShape().size(2), judged.data().sampleShape().size(1));
        pad = drawn;
        drawn.onChange(this::ask);
        Button clear = words.bind(new Button(), "panels.evaluate.try.clear");
        clear.setId("try-clear");
        clear.setOnAction(e -> drawn.clear());
        return new VBox(8, drawn, clear);
    }

    private Node fields() {
        FlowPane pane = new FlowPane(10, 8);
        pane.setPrefWrapLength(300);
        DataSet data = judged.data();
        for (int i = 0; i < data.featureNames().size(); i++) {
            Label name = Icons.label(Styles.MUTED, Styles.SMALL);
            name.setText(data.featureNames().get(i));
            // begins as a sample that there is, so that one number at a time can be changed
            TextField field =
                    new TextField(String.format(Locale.ENGLISH, "%.4g", data.feature(judged.samples()[0], i)));
            field.setId("try-" + i);
            field.setPrefColumnCount(6);
            field.textProperty().addListener((p, was, is) -> ask());
            fields.add(field);
            pane.getChildren().add(new VBox(2, name, field));
        }
        return pane;
    }

    /// Asks the network, in the background; of several questions only the last one is answered.
    private void ask() {
        double[] values = values();
        if (values == null) {
            return;
        }
        long mine = ++asked;
        var _ = CompletableFuture.supplyAsync(() -> scores(values), background)
                .whenCompleteAsync(
                        (scores, failure) -> {
                            if (mine == asked && scores != null) {
                                show(scores);
                            } else if (failure != null) {
                                failures.accept(
                                        failure instanceof CompletionException && failure.getCause() != null
                                                ? failure.getCause()
                                                : failure);
                            }
                        },
                        ui);
    }

    private double @Nullable [] values() {
        DataSet.Range range = judged.data().range();
        if (pad != null && range != null) {
            double[] values = pad.ink();
            for (int i = 0; i < values.length; i++) {
                values[i] = range.min() + values[i] * (range.max() - range.min());
            }
            return values;
        }
        double[] values = new double[fields.size()];
        boolean all = true;
        for (int i = 0; i < values.length; i++) {
            TextField field = fields.get(i);
            field.getStyleClass().remove(Styles.INVALID);
            try {
                values[i] = Double.parseDouble(field.getText().strip());
            } catch (NumberFormatException e) {
                field.getStyleClass().add(Styles.INVALID);
                all = false;
            }
        }
        return all ? values : null;
    }

    private Scores scores(double[] values) {
        judged.plan().data().preprocessing().scaler().apply(values);
        DataSet data = judged.data();
        DataSet input = DataSet.inputs(data.name(), data.kind(), data.sampleShape(), data.featureNames(), values);
        Probe probe = new Probe(judged.plan(), input, new int[] {0});
        probe.look(judged.weights());
        return probe.scores();
    }

    private void show(Scores scores) {
        if (scores.isClasses()) {
            double[] p = new double[scores.width()];
            for (int k = 0; k < p.length; k++) {
                p[k] = scores.at(0, k);
            }
            answer.setText(AnswerBars.name(judged.classes(), scores.best(0)));
            bars.show(new Answer(0, -1, scores.best(0), p), judged.classes());
        } else {
            List<String> said = new ArrayList<>();
            Target target = judged.data().target();
            for (int k = 0; k < scores.width(); k++) {
                String name = target instanceof Target.Values v && k < v.names().size()
                        ? v.names().get(k) + " = "
                        : "";
                said.add(name + String.format(Locale.ENGLISH, "%.4g", scores.at(0, k)));
            }
            answer.setText(String.join("  ", said));
        }
    }
}
