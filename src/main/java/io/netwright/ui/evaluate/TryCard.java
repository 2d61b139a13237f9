package io.netwright.ui.evaluate;

import io.netwright.data.CsvFormat;
import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.data.load.InputLoader;
import io.netwright.train.Probe;
import io.netwright.train.Scores;
import io.netwright.ui.Answer;
import io.netwright.ui.AnswerBars;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// An input of one's own: a picture drawn here, values typed, or a file; and what the network answers, at once.
public final class TryCard extends VBox {

    /// More fields than this nobody fills in.
    private static final int MOST_FIELDS = 24;
    /// So many rows of a file are answered.
    private static final int MOST_ROWS = 100;
    private static final double HIGHEST = 160;

    private final Judged judged;
    private final Words words;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final Label answer = Icons.label(Styles.FIGURE);
    private final AnswerBars bars = new AnswerBars();
    private final VBox rows = new VBox(2);
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
        Node own = isPicture(judged.data()) ? pad() : fields();
        help.setVisible(pad != null || !fields.isEmpty());
        help.setManaged(help.isVisible());
        Button file = words.bind(new Button(), "panels.evaluate.try.file");
        file.setId("try-file");
        file.setGraphic(Icons.of(Feather.FOLDER));
        file.setOnAction(e -> choose());
        rows.setId("try-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        scroll.visibleProperty().bind(Bindings.isNotEmpty(rows.getChildren()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren()
                .addAll(
                        words.bind(Icons.label(Styles.TITLE), "panels.evaluate.try"),
                        help,
                        own,
                        file,
                        answer,
                        bars,
                        scroll);
    }

    /// @return null where nobody could make such an input by hand
    static @Nullable TryCard of(
            Judged judged, Words words, Executor background, Executor ui, Consumer<Throwable> failures) {
        DataSet data = judged.data();
        boolean table = data.kind() == DataSet.Kind.TABLE || data.kind() == DataSet.Kind.POINTS;
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
        Button invert = words.bind(new Button(), "panels.evaluate.try.invert");
        invert.setId("try-invert");
        invert.setOnAction(e -> drawn.invert());
        return new VBox(8, drawn, new HBox(8, clear, invert));
    }

    private Node fields() {
        FlowPane pane = new FlowPane(10, 8);
        pane.setPrefWrapLength(300);
        DataSet data = judged.data();
        int shown =
                data.featureNames().size() <= MOST_FIELDS ? data.featureNames().size() : 0;
        for (int i = 0; i < shown; i++) {
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

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now("panels.evaluate.try.file"));
        @Nullable File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            openFile(chosen.toPath());
        }
    }

    /// Asks the network about a file: a picture for a network of pictures, otherwise a table, of which each row is
    /// answered.
    public void openFile(Path file) {
        DrawPad drawn = pad;
        if (drawn != null) {
            int width = judged.data().sampleShape().size(2);
            int height = judged.data().sampleShape().size(1);
            answer(() -> PictureFile.read(file, width, height), drawn::draw);
        } else {
            answer(
                    () -> scores(InputLoader.load(
                            file, CsvFormat.AUTO, judged.plan().data().preprocessing())),
                    this::showRows);
        }
    }

    /// Asks the network about what is drawn or typed.
    private void ask() {
        double[] values = values();
        if (values != null) {
            answer(() -> scores(values), this::show);
        }
    }

    /// Asks in the background; of several questions only the last one is answered.
    private <T> void answer(Supplier<T> question, Consumer<T> then) {
        long mine = ++asked;
        var _ = CompletableFuture.supplyAsync(question, background)
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (mine == asked && failure == null) {
                                then.accept(found);
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
        return scores(input);
    }

    /// @param input prepared as the plan's data is
    private Scores scores(DataSet input) {
        int[] samples = IntStream.range(0, Math.min(MOST_ROWS, input.size())).toArray();
        Probe probe = new Probe(judged.plan(), input, samples);
        probe.look(judged.weights());
        return probe.scores();
    }

    /// Shows the answer to each row of a file; how sure the network is of the first one in full.
    private void showRows(Scores scores) {
        show(scores);
        for (int i = 0; i < scores.samples(); i++) {
            Label row = Icons.label(Styles.MONO, Styles.SMALL);
            row.setId("try-row-" + i);
            row.setText(words.now("panels.evaluate.try.row", i + 1, said(scores, i)));
            rows.getChildren().add(row);
        }
    }

    private void show(Scores scores) {
        rows.getChildren().clear();
        answer.setText(said(scores, 0));
        if (scores.isClasses()) {
            double[] p = new double[scores.width()];
            for (int k = 0; k < p.length; k++) {
                p[k] = scores.at(0, k);
            }
            bars.show(new Answer(0, -1, scores.best(0), p), judged.classes());
        }
    }

    /// @return the likeliest class, or the values
    private String said(Scores scores, int sample) {
        if (scores.isClasses()) {
            return AnswerBars.name(judged.classes(), scores.best(sample));
        }
        List<String> said = new ArrayList<>();
        Target target = judged.data().target();
        for (int k = 0; k < scores.width(); k++) {
            String name = target instanceof Target.Values v && k < v.names().size()
                    ? v.names().get(k) + " = "
                    : "";
            said.add(name + String.format(Locale.ENGLISH, "%.4g", scores.at(sample, k)));
        }
        return String.join("  ", said);
    }
}
