package io.netwright.ui.evaluate;

import io.netwright.data.Part;
import io.netwright.data.Target;
import io.netwright.train.ConfusionMatrix;
import io.netwright.train.Evaluation;
import io.netwright.train.TextWriter;
import io.netwright.ui.Action;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Evaluate view: loss and metrics on a part of the data, which classes are taken for which and the samples behind
/// that, how well each is told from the others, what is left over where answers are numbers, and inputs of one's own.
public final class EvaluateView implements View {

    private final EvaluateViewModel model;
    private final Words words;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ScrollPane root;
    private final VBox body = new VBox(14);
    private final Action again;

    public EvaluateView(
            Session session,
            Training training,
            Words words,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        this.model = new EvaluateViewModel(session, training, background, ui, failures);
        this.words = words;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        this.again = Action.of("panels.evaluate.evaluate", model::evaluate)
                .icon(Feather.REFRESH_CW)
                .disabledWhen(model.busyProperty())
                .primary();
        VBox content = new VBox(14, parts(), body);
        content.getStyleClass().add("nw-view-content");
        root = new ScrollPane(content);
        root.setFitToWidth(true);
        root.getStyleClass().addAll(Styles.BARE_SCROLL, Styles.CANVAS);
        model.judgedProperty().addListener((p, was, is) -> draw());
        model.problemProperty().addListener((p, was, is) -> draw());
        draw();
    }

    private Node parts() {
        HBox chips = new HBox(6);
        chips.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Part part : Part.values()) {
            ToggleButton chip = words.bind(new ToggleButton(), "panels.evaluate.part." + part.id());
            chip.setId("part-" + part.id());
            chip.setUserData(part);
            chip.setToggleGroup(group);
            chip.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
            chip.setSelected(part == model.partProperty().get());
            chips.getChildren().add(chip);
        }
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (is.getUserData() instanceof Part part) {
                model.partProperty().set(part);
            }
        });
        return chips;
    }

    private void draw() {
        Judged judged = model.judgedProperty().get();
        Evaluation e = judged == null ? null : judged.evaluation();
        if (judged == null || e == null) {
            body.getChildren().setAll(empty());
            return;
        }
        List<Node> parts = new ArrayList<>();
        HBox figures = new HBox(12);
        figures.getChildren().add(figure("samples", "panels.evaluate.samples", Figures.count(e.samples())));
        figures.getChildren().add(figure("loss", "panels.train.loss", String.format(Locale.ENGLISH, "%.4f", e.loss())));
        e.metrics().forEach((key, v) -> figures.getChildren().add(figure(key, "train.metric." + key, metric(key, v))));
        parts.add(figures);
        ConfusionMatrix confusion = e.confusion();
        if (confusion != null) {
            SamplesCard samples = new SamplesCard(judged, words);
            parts.add(new ClassesRow(
                    new ConfusionView(words, confusion, samples::showCell), perClass(confusion), samples));
        }
        if (!judged.classes().isEmpty()) {
            parts.add(new CurvesCard(judged, words));
        }
        if (judged.data().target() instanceof Target.Values v) {
            parts.add(new ResidualsCard(judged, v, words));
        }
        Node own = TextWriter.canWrite(judged.plan())
                ? new SentenceCard(judged, words, background, ui, failures)
                : TryCard.of(judged, words, background, ui, failures);
        if (own != null) {
            parts.add(own);
        }
        body.getChildren().setAll(parts);
    }

    private static String metric(String key, double v) {
        return key.equals("accuracy")
                ? String.format(Locale.ENGLISH, "%.2f %%", 100 * v)
                : String.format(Locale.ENGLISH, "%.4f", v);
    }

    private Node figure(String id, String key, String text) {
        Label name = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        Label value = Icons.label(Styles.FIGURE);
        value.setId("evaluate-" + id);
        value.setText(text);
        VBox card = new VBox(name, value);
        card.setMinWidth(150);
        card.setMaxWidth(260);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.getStyleClass().addAll(Styles.CARD, "nw-figure-card");
        return card;
    }

    /// Precision, recall and F1 of each class, from the matrix alone.
    private Region perClass(ConfusionMatrix m) {
        GridPane grid = new GridPane(22, 6);
        String[] heads = {"class", "precision", "recall", "f1", "count"};
        for (int i = 0; i < heads.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            grid.add(words.bind(Icons.label(Styles.HEADING), "panels.evaluate." + heads[i]), i, 0);
        }
        int n = m.classes().size();
        for (int c = 0; c < n; c++) {
            long predicted = 0;
            long actual = 0;
            for (int other = 0; other < n; other++) {
                predicted += m.count(other, c);
                actual += m.count(c, other);
            }
            double hits = m.count(c, c);
            double precision = hits / predicted;
            double recall = hits / actual;
            Label name = Icons.label();
            name.setText(m.classes().get(c));
            grid.add(name, 0, c + 1);
            grid.add(share("precision-" + c, precision), 1, c + 1);
            grid.add(share("recall-" + c, recall), 2, c + 1);
            grid.add(share("f1-" + c, 2 * hits / (predicted + actual)), 3, c + 1);
            Label count = Icons.label(Styles.MONO);
            count.setText(Figures.count(actual));
            grid.add(count, 4, c + 1);
        }
        VBox card = new VBox(10, words.bind(Icons.label(Styles.TITLE), "panels.evaluate.perClass"), grid);
        card.getStyleClass().add(Styles.CARD);
        return card;
    }

    private static Label share(String id, double x) {
        Label label = Icons.label(Styles.MONO);
        label.setId(id);
        label.setText(Double.isNaN(x) ? Figures.NONE : String.format(Locale.ENGLISH, "%.3f", x));
        return label;
    }

    private Node empty() {
        Label text = Icons.label(Styles.MUTED);
        text.setId("evaluate-empty");
        text.setWrapText(true);
        text.textProperty()
                .bind(words.compute(
                        () -> {
                            var why = model.problemProperty().get();
                            return why == null ? words.now("panels.evaluate.none") : words.now(why);
                        },
                        model.problemProperty()));
        VBox box = new VBox(10, Icons.of(Feather.GRID, Styles.FAINT, "nw-empty-icon"), text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add(Styles.EMPTY_STATE);
        StackPane pane = new StackPane(box);
        pane.setMinHeight(320);
        return pane;
    }

    @Override
    public ViewId id() {
        return ViewId.EVALUATE;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(again);
    }

    @Override
    public @Nullable Node status() {
        return null;
    }

    @Override
    public void onShown() {
        if (model.judgedProperty().get() == null) {
            model.evaluate();
        }
    }

    @Override
    public boolean isSettled() {
        return !model.busyProperty().get();
    }
}
