package io.netwright.ui.training;

import io.netwright.network.Network;
import io.netwright.text.Message;
import io.netwright.train.EpochReport;
import io.netwright.train.TrainingPlan;
import io.netwright.ui.Action;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.PastRuns.PastRun;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Training;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Train view.
public final class TrainingView implements View {

    private static final double INSIGHT_WIDTH = 276;
    private static final long DRAW_NANOS = 500_000_000;
    private static final String LOSS = "panels.train.loss";
    private static final String METRIC = "train.metric.";

    private final TrainingViewModel model;
    private final InsightModel insight;
    private final Words words;
    private final BorderPane root = new BorderPane();
    private final CurveExport exporting;
    private final CurvePane loss;
    private String shown = LOSS;
    private final LayersModel layersModel;
    private final LayersPane layers;
    private final StopsBar stops;
    private final QueuePane queue;
    private final List<Action> actions;
    private final Label memory = Icons.label(Styles.MUTED);
    private boolean visible;
    private long drawn = System.nanoTime() - DRAW_NANOS;

    /// @param background where the network is asked what it knows
    /// @param ui         the way back to the JavaFX thread
    /// @param failures   hears of defects, on the JavaFX thread
    public TrainingView(
            Session session,
            Training training,
            Words words,
            Executor background,
            Executor ui,
            Consumer<Throwable> failures) {
        this.model = new TrainingViewModel(session, training);
        this.insight = new InsightModel(training, background, ui, failures);
        this.words = words;
        this.exporting = new CurveExport(words, background, ui, failures);
        ToggleButton log = words.bind(new ToggleButton(), "panels.train.logarithmic");
        log.setId("log-axis");
        log.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        log.selectedProperty().bindBidirectional(model.logarithmicProperty());
        ToggleButton smooth = words.bind(new ToggleButton(), "panels.train.smooth");
        smooth.setId("smooth");
        smooth.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        smooth.setSelected(true);
        smooth.selectedProperty().addListener((p, was, is) -> {
            model.smoothingProperty().set(is ? TrainingViewModel.SMOOTHING : 0);
            drawCurves();
        });
        loss = new CurvePane(words, "curves", this::showCurve, log, smooth, export());
        loss.chart().setLogarithmic(model.logarithmicProperty().get());
        model.logarithmicProperty().addListener((p, was, is) -> scale());
        loss.chart().setPlaceNames(this::place);
        loss.chart().onZoom(this::drawCurves);
        layersModel = new LayersModel(training, background, ui, failures);
        layers = new LayersPane(session, words, layersModel);
        this.stops = new StopsBar(training, words);
        this.queue = new QueuePane(session, training, words);
        this.actions = makeActions();
        memory.setId("training-memory");
        memory.textProperty().bind(words.compute(this::memoryText, model.snapshotProperty()));
        root.setCenter(content());
        root.setRight(new SettingsPanel(session, words));
        root.getStyleClass().add(Styles.CANVAS);
        model.snapshotProperty().addListener((p, was, is) -> draw());
        words.messagesProperty().addListener((p, was, is) -> draw());
        draw();
    }

    private Node content() {
        HBox figures = new HBox(
                12,
                new FigureCard(words, "epoch", words.text("panels.train.epoch"), model.epochFigure()),
                new FigureCard(words, "loss", words.text("panels.train.loss"), model.lossFigure()),
                new FigureCard(
                        words, "validation", words.text("panels.train.validationLoss"), model.validationFigure()),
                new FigureCard(
                        words,
                        "metric",
                        words.compute(this::metricName, model.snapshotProperty()),
                        model.metricFigure()),
                new FigureCard(words, "speed", words.text("panels.train.speed"), model.speedFigure()),
                new FigureCard(words, "time", words.text("panels.train.timeLeft"), model.timeFigure()));
        ProgressBar progress = new ProgressBar();
        progress.setId("training-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("nw-thin-progress");
        progress.progressProperty().bind(model.progress().map(Number::doubleValue));
        InsightPane knows = new InsightPane(insight, words);
        knows.setMinWidth(INSIGHT_WIDTH);
        knows.setMaxWidth(INSIGHT_WIDTH);
        HBox.setHgrow(loss, Priority.ALWAYS);
        loss.setPrefWidth(420);
        HBox curves = new HBox(12, loss, knows);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox content = new VBox(12, figures, progress, new NoticeBar(model, words), stops, queue, curves, layers);
        content.getStyleClass().add("nw-view-content");
        return content;
    }

    /// Writes the curves where the person wants them.
    private Node export() {
        MenuButton menu = new MenuButton("", Icons.of(Feather.DOWNLOAD));
        menu.setId("curves-export");
        menu.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        menu.setTooltip(words.tooltip("panels.train.export"));
        for (CurveExport.Kind kind : CurveExport.Kind.values()) {
            MenuItem item = new MenuItem();
            item.setId("curves-" + kind.ending());
            item.textProperty().bind(words.text("panels.train.export." + kind.ending()));
            item.setOnAction(e -> exporting.write(kind, model.curves(), loss.chart()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<Action> makeActions() {
        ObservableValue<Ikon> icon = model.running().map(r -> r ? Feather.PAUSE : Feather.PLAY);
        ObservableValue<Message> label =
                model.running().map(r -> Message.of(r ? "panels.train.pause" : "panels.train.start"));
        return List.of(
                Action.of("panels.train.reset", model::reset)
                        .icon(Feather.ROTATE_CCW)
                        .disabledWhen(model.fresh())
                        .iconInBar(),
                Action.of("panels.train.toggle", model::toggle)
                        .label(label)
                        .icon(icon)
                        .shortcut("Shortcut+R")
                        .primary(),
                Action.of("panels.train.batch", model::stepBatch)
                        .icon(Feather.CHEVRON_RIGHT)
                        .shortcut("Shortcut+B")
                        .disabledWhen(model.running())
                        .inBar(),
                Action.of("panels.train.oneEpoch", model::stepEpoch)
                        .icon(Feather.CHEVRONS_RIGHT)
                        .disabledWhen(model.running())
                        .inBar(),
                Action.of("panels.train.stop", model::stop)
                        .icon(Feather.SQUARE)
                        .disabledWhen(model.running().not())
                        .iconInBar(),
                Action.of("panels.train.toBest", model::backToBest)
                        .icon(Feather.AWARD)
                        .disabledWhen(model.unjudged())
                        .iconInBar(),
                Action.of("panels.train.stopsShown", () -> stops.setVisible(!stops.isVisible()))
                        .icon(Feather.FLAG)
                        .iconInBar(),
                Action.of("panels.train.queue.add", model.training()::enqueue)
                        .icon(Feather.LIST)
                        .iconInBar());
    }

    /// What a step takes, and what the whole program has and may have.
    private String memoryText() {
        Runtime process = Runtime.getRuntime();
        String has = Figures.bytes(process.totalMemory() - process.freeMemory());
        String most = Figures.bytes(process.maxMemory());
        long step = model.stepBytes();
        return step == 0
                ? words.now("panels.train.memoryOfProgram", has, most)
                : words.now("panels.train.memory", Figures.bytes(step), has, most);
    }

    private String metricName() {
        String key = model.metric();
        return words.now(key == null ? "panels.train.metric" : "train.metric." + key);
    }

    /// Where the run holds, at once; while it goes on, not more often than the eye needs to see curves grow: drawing
    /// and painting them takes the processor from the training.
    private void draw() {
        long now = System.nanoTime();
        if (visible && (!model.running().get() || now - drawn >= DRAW_NANOS)) {
            drawn = now;
            drawCurves();
            layers.show();
        }
    }

    /// Shows the loss, or a metric by the key of its words.
    private void showCurve(String key) {
        shown = key;
        scale();
        drawCurves();
    }

    /// A metric is a share, or has zeros: only a loss spans decades.
    private void scale() {
        loss.chart().setLogarithmic(model.logarithmicProperty().get() && shown.equals(LOSS));
    }

    private void drawCurves() {
        List<String> keys = new ArrayList<>(List.of(LOSS));
        model.metrics().forEach(m -> keys.add(METRIC + m));
        loss.offer(keys);
        CurveSource source = model.curves();
        if (source == null) {
            loss.show(List.of());
        } else if (shown.equals(LOSS)) {
            loss.show(lossCurves(source));
        } else {
            loss.show(metricCurves(source, shown.substring(METRIC.length())));
        }
    }

    private List<Curve> lossCurves(CurveSource source) {
        String train = words.now("panels.train.train");
        double smoothing = model.smoothingProperty().get();
        CurveChart chart = loss.chart();
        double from = chart.isZoomed() ? chart.low() : 0;
        double to = chart.isZoomed() ? chart.high() : Double.POSITIVE_INFINITY;
        List<Curve> lines = new ArrayList<>(pastCurves(smoothing));
        if (smoothing > 0) {
            lines.add(source.losses(words.now("panels.train.raw"), 0, Curve.Style.FAINT, from, to));
        }
        lines.add(source.losses(train, smoothing, Curve.Style.LINE, from, to));
        if (source.hasValidation()) {
            lines.add(source.perEpoch(
                    "validation",
                    words.now("panels.train.validation"),
                    Curve.Tone.VALIDATION,
                    TrainingView::validationLoss));
        }
        return lines;
    }

    /// The runs before this one, each by what it was begun with that this one was not.
    private List<Curve> pastCurves(double smoothing) {
        List<Curve> lines = new ArrayList<>();
        TrainingPlan now = model.training().plan();
        Network network = model.training().network();
        List<PastRun> past = model.training().pastRuns().all();
        for (int i = 0; i < past.size() && now != null && network != null; i++) {
            TrainingPlan then = past.get(i).plan();
            String difference = SettingsDifference.joined(
                    SettingsDifference.of(then.spec(), now.spec(), words),
                    SettingsDifference.network(past.get(i).network(), network, words));
            lines.add(CurveSource.past(
                    "past" + i,
                    difference.isEmpty() ? words.now("panels.train.before") : difference,
                    i == past.size() - 1 ? Curve.Tone.THIRD : Curve.Tone.FOURTH,
                    past.get(i).history(),
                    then.batchesPerEpoch(),
                    smoothing));
        }
        return lines;
    }

    private List<Curve> metricCurves(CurveSource source, String key) {
        List<Curve> metrics = new ArrayList<>();
        metrics.add(source.perEpoch(
                "train", words.now("panels.train.train"), Curve.Tone.TRAIN, r -> value(r.metrics(), key)));
        if (source.hasValidation()) {
            metrics.add(source.perEpoch(
                    "validation",
                    words.now("panels.train.validation"),
                    Curve.Tone.VALIDATION,
                    r -> r.validation() == null
                            ? Double.NaN
                            : value(r.validation().metrics(), key)));
        }
        return metrics;
    }

    private static double validationLoss(EpochReport report) {
        return report.validation() == null ? Double.NaN : report.validation().loss();
    }

    private static double value(Map<String, Double> metrics, String key) {
        return metrics.getOrDefault(key, Double.NaN);
    }

    /// How a place on the axis is called: its step, or its epoch where there is a value an epoch.
    private String place(double epochs) {
        CurveSource source = model.curves();
        if (source == null) {
            return "";
        }
        return shown.equals(LOSS)
                ? words.now("panels.train.step", source.stepAt(epochs))
                : words.now("panels.train.atEpoch", Math.max(1, Math.round(epochs)));
    }

    @Override
    public Node status() {
        return memory;
    }

    @Override
    public ViewId id() {
        return ViewId.TRAIN;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void onShown() {
        visible = true;
        model.watch(true);
        insight.watch(true);
        layersModel.looks().watch(true);
        draw();
    }

    @Override
    public void onHidden() {
        visible = false;
        model.watch(false);
        insight.watch(false);
        layersModel.looks().watch(false);
    }

    @Override
    public boolean isSettled() {
        return !model.running().get()
                && !model.training().preparingProperty().get()
                && !insight.isBusy()
                && !layersModel.looks().isBusy();
    }
}
