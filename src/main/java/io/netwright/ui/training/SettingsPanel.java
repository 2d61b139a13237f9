package io.netwright.ui.training;

import io.netwright.layer.Prop;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.Optimizer;
import io.netwright.train.optimizer.OptimizerInfo;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.LearningRates;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.property.PropertyRow;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the network is trained: first what is changed most, then the optimizer's rule and hyper-parameters, the schedule
/// of the learning rate with its curve, and the run's other settings. Made from their declarations, like the inspector.
final class SettingsPanel extends ScrollPane {

    private static final double WIDTH = 300;
    private static final double FORMULA_SIZE = 13;
    /// What is changed most of the run's settings stands where it is reached without scrolling.
    private static final List<Prop<?>> USUAL = List.of(TrainingSpec.EPOCHS, TrainingSpec.BATCH_SIZE, TrainingSpec.SEED);

    private final Session session;
    private final Words words;
    private final ComboBox<String> type = new ComboBox<>();
    private final VBox usual = new VBox();
    private final VBox rule = new VBox(4);
    private final VBox hyper = new VBox();
    private final VBox schedule = new VBox();
    private final VBox run = new VBox();
    private final List<PropertyRow> rows = new ArrayList<>();
    private final ChangeListener<TrainingSpec> changed = (p, was, is) -> refresh(was, is);
    private @Nullable SchedulePane pace;
    private @Nullable MetricsButton metrics;
    private boolean refreshing;

    SettingsPanel(Session session, Words words) {
        this.session = session;
        this.words = words;
        setId("training-settings");
        getStyleClass().addAll(Styles.PANEL, Styles.BARE_SCROLL, "nw-settings-panel");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        type.setId("optimizer-type");
        type.getItems().setAll(OptimizerRegistry.STANDARD.types());
        type.valueProperty().addListener((p, was, is) -> choose(is));
        Label name = words.bind(Icons.label(), "train.prop.optimizer");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox chooser = new HBox(8, name, gap, type);
        chooser.getStyleClass().add("nw-card-head");
        Label help = Icons.label(Styles.MUTED, Styles.SMALL);
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.textProperty()
                .bind(words.compute(
                        () -> type.getValue() == null ? "" : words.now("train.optimizer." + type.getValue()),
                        type.valueProperty()));
        usual.getStyleClass().add("nw-properties");
        hyper.getStyleClass().add("nw-properties");
        run.getStyleClass().add("nw-properties");
        rule.getStyleClass().add("nw-inspector-formula");
        VBox content = new VBox(
                10,
                words.bind(Icons.label(Styles.TITLE), "panels.train.settings"),
                chooser,
                usual,
                heading("panels.train.optimizer"),
                help,
                rule,
                hyper,
                heading("train.prop.schedule"),
                schedule,
                heading("panels.train.run"),
                run);
        content.getStyleClass().add("nw-settings-content");
        // the content is as wide as the panel, whatever its longest word would like
        content.setMinWidth(0);
        content.setMaxWidth(WIDTH - 14);
        setContent(content);
        session.projectProperty().addListener((p, was, is) -> follow(was, is));
        // how many steps an epoch has depends on the data
        session.dataProperty().addListener((p, was, is) -> {
            if (pace != null) {
                pace.refresh();
            }
        });
        follow(null, session.projectProperty().get());
    }

    private Node heading(String key) {
        Region line = new Region();
        line.getStyleClass().add(Styles.RULE);
        return new VBox(8, line, words.bind(Icons.label(Styles.HEADING), key));
    }

    private void follow(@Nullable OpenProject was, @Nullable OpenProject is) {
        if (was != null) {
            was.trainingProperty().removeListener(changed);
        }
        setDisable(is == null);
        if (is != null) {
            is.trainingProperty().addListener(changed);
            rebuild(is);
        }
    }

    private void refresh(TrainingSpec was, TrainingSpec is) {
        OpenProject open = session.projectProperty().get();
        if (open != null && !was.optimizer().type().equals(is.optimizer().type())) {
            rebuild(open);
        } else {
            rows.forEach(PropertyRow::refresh);
            if (pace != null) {
                pace.refresh();
            }
            if (metrics != null) {
                metrics.refresh();
            }
        }
    }

    private void rebuild(OpenProject open) {
        OptimizerInfo info = OptimizerRegistry.STANDARD
                .find(open.trainingProperty().get().optimizer().type())
                .map(Optimizer::info)
                .orElseThrow();
        refreshing = true;
        type.setValue(info.type());
        refreshing = false;
        rule.getChildren()
                .setAll(info.formula().stream()
                        .map(f -> new Formula(f, FORMULA_SIZE))
                        .toList());
        rows.clear();
        SettingsSource optimizer = SettingsSource.optimizer(open);
        SettingsSource ofRun = SettingsSource.run(open);
        usual.getChildren().clear();
        fill(usual, optimizer, info.props().stream().filter(LearningRates::is).toList());
        fill(usual, ofRun, USUAL);
        hyper.getChildren().clear();
        fill(
                hyper,
                optimizer,
                info.props().stream().filter(p -> !LearningRates.is(p)).toList());
        pace = new SchedulePane(session, open, words);
        schedule.getChildren().setAll(pace);
        metrics = new MetricsButton(open, words);
        run.getChildren().clear();
        fill(
                run,
                ofRun,
                TrainingSpec.PROPS.stream().filter(SettingsPanel::isOfRun).toList());
        Label name = words.bind(Icons.label("nw-property-label"), "train.prop.metrics");
        name.setLabelFor(metrics);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(4, name, between, metrics);
        line.getStyleClass().add("nw-card-head");
        run.getChildren().add(line);
    }

    /// The unit of the schedule stands with the schedule.
    private static boolean isOfRun(Prop<?> prop) {
        return !prop.equals(ScheduleSequence.UNIT) && !USUAL.contains(prop);
    }

    private void fill(VBox box, SettingsSource source, List<Prop<?>> props) {
        for (Prop<?> prop : props) {
            PropertyRow row = new PropertyRow(source, words, prop);
            rows.add(row);
            box.getChildren().add(row);
        }
    }

    private void choose(@Nullable String optimizer) {
        OpenProject open = session.projectProperty().get();
        if (!refreshing && open != null && optimizer != null) {
            TrainingSpec spec = open.trainingProperty().get();
            open.trainingProperty().set(spec.withOptimizer(OptimizerSpec.of(optimizer)));
        }
    }
}
