package io.netwright.ui.data;

import atlantafx.base.controls.ToggleSwitch;
import io.netwright.data.DataSpec;
import io.netwright.data.LoadedData;
import io.netwright.data.Parameter;
import io.netwright.data.Part;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The right side: what is to be predicted, how the samples are divided and scaled, and how many of each class each
/// part has.
final class DivisionPane extends ScrollPane {

    /// A seed up to what a project file, whose numbers other programs read as float64, holds exactly.
    private static final Parameter.Whole SEED =
            new Parameter.Whole("seed", SplitSpec.DEFAULT.seed(), 0, (1L << 53) - 1);

    private static final double PERCENT = 100;

    private final DataViewModel model;
    private final Words words;
    private final TargetSection target;
    private final SplitBar bar;
    private final Map<Part, NumberRow> shares = new EnumMap<>(Part.class);
    private final Map<Part, Label> counts = new EnumMap<>(Part.class);
    private final NumberRow seed;
    private final ToggleSwitch stratified = new ToggleSwitch();
    private final ChoiceRow<Scaling> scaling;
    private final Label scalingHelp = Icons.label(Styles.MUTED, Styles.SMALL);
    private final VBox classes = new VBox(12);
    private final ClassBars bars;
    private boolean refreshing;

    DivisionPane(DataViewModel model, Words words) {
        this.model = model;
        this.words = words;
        target = new TargetSection(model, words);
        bar = new SplitBar(model::setSplit);
        seed = new NumberRow(
                words,
                "split-seed",
                Message.of("data.param.seed"),
                Message.of("panels.data.split.seed.help"),
                "",
                () -> SEED,
                value -> model.setSplit(withSeed(split(), SEED.decode(value))));
        scaling = new ChoiceRow<>(words, "scaling", "panels.data.scaling", Scaling::label, model::setScaling);
        scalingHelp.setId("scaling-help");
        scalingHelp.setWrapText(true);
        scalingHelp.setMinHeight(Region.USE_PREF_SIZE);
        bars = new ClassBars(words);
        classes.getChildren().addAll(rule(), words.bind(Icons.label(Styles.TITLE), "panels.data.classesByPart"), bars);

        VBox division = new VBox(
                8,
                words.bind(Icons.label(Styles.TITLE), "panels.data.split"),
                new ProblemNote(words, "split-problem", model.problemProperty(), ProblemNote::isAboutSplit),
                bar);
        for (Part part : Part.values()) {
            division.getChildren().add(share(part));
        }
        division.getChildren().addAll(seed, stratifiedRow());
        VBox column = new VBox(14, target, rule(), division, rule(), new VBox(6, scaling, scalingHelp), classes);
        column.getStyleClass().add("nw-data-division");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll(Styles.BARE_SCROLL, Styles.PANEL, "nw-data-right");
        model.spec().addListener((p, was, is) -> show());
        model.shownProperty().addListener((p, was, is) -> show());
        model.tableProperty().addListener((p, was, is) -> show());
        model.problemProperty().addListener((p, was, is) -> show());
        words.messagesProperty().addListener((p, was, is) -> show());
        show();
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add(Styles.RULE);
        return rule;
    }

    private SplitSpec split() {
        DataSpec spec = model.spec().getValue();
        return spec == null ? SplitSpec.DEFAULT : spec.split();
    }

    private static SplitSpec withSeed(SplitSpec s, long seed) {
        return new SplitSpec(s.train(), s.validation(), s.test(), seed, s.stratified());
    }

    private HBox share(Part part) {
        Region square = new Region();
        square.getStyleClass().addAll("nw-data-square", "nw-data-" + part.id());
        NumberRow row = new NumberRow(
                words,
                "split-" + part.id(),
                Message.of("panels.data.part." + part.id()),
                Message.of("panels.data.part." + part.id() + ".help"),
                "%",
                () -> range(part),
                value -> {
                    double percent = ((Parameter.Real) range(part)).decode(value);
                    model.setSplit(Division.with(split(), part, percent / PERCENT));
                });
        HBox.setHgrow(row, Priority.ALWAYS);
        shares.put(part, row);
        Label count = Icons.label(Styles.MONO, Styles.SMALL, Styles.MUTED);
        count.setId("count-" + part.id());
        count.setMinWidth(58);
        count.setAlignment(Pos.CENTER_RIGHT);
        counts.put(part, count);
        HBox line = new HBox(8, square, row, count);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// What the training part leaves is there for the others.
    private Parameter range(Part part) {
        double most = part == Part.TRAIN ? PERCENT : Math.max(0, Math.rint((1 - split().train()) * 1e7) / 1e5);
        double least = part == Part.TRAIN ? 1 : 0;
        return new Parameter.Real(part.id(), least, least, most);
    }

    private HBox stratifiedRow() {
        stratified.setId("split-stratified");
        stratified.selectedProperty().addListener((p, was, is) -> {
            if (!refreshing) {
                SplitSpec s = split();
                model.setSplit(new SplitSpec(s.train(), s.validation(), s.test(), s.seed(), is));
            }
        });
        Label name = words.bind(Icons.label(Styles.MUTED), "panels.data.split.stratified");
        name.setTooltip(words.tooltip("panels.data.split.stratified.help"));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(8, name, stratified);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show() {
        DataSpec spec = model.spec().getValue();
        if (spec == null) {
            return;
        }
        // while something is wrong, what is shown in the middle is not what these settings lead to
        LoadedData data =
                model.problemProperty().get() == null ? model.shownProperty().get() : null;
        target.show(data);
        SplitSpec split = spec.split();
        bar.show(split);
        shares.forEach((part, row) -> row.show(PropValue.of(Math.rint(split.fraction(part) * PERCENT * 1e5) / 1e5)));
        counts.forEach((part, label) -> label.setText(
                data == null ? Figures.NONE : Figures.count(data.split().size(part))));
        seed.show(PropValue.of(split.seed()));
        refreshing = true;
        stratified.setSelected(split.stratified());
        refreshing = false;
        scaling.show(List.of(Scaling.values()), spec.scaling());
        scalingHelp.setText(words.now("panels.data.scaling." + spec.scaling().id() + ".help"));
        boolean hasClasses = data != null && !data.report().classes().isEmpty();
        classes.setVisible(hasClasses);
        classes.setManaged(hasClasses);
        if (data != null && hasClasses) {
            bars.show(data.report().classes());
        }
    }
}
