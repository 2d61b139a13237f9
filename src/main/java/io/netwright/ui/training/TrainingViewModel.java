package io.netwright.ui.training;

import io.netwright.text.Message;
import io.netwright.train.Command;
import io.netwright.train.EpochReport;
import io.netwright.train.LossHistory;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingPlan;
import io.netwright.train.Watch;
import io.netwright.train.metric.Metric;
import io.netwright.ui.Figures;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the Train view shows and what can be done there. Knows no control.
final class TrainingViewModel {

    /// The weight of the past in a smoothed curve.
    static final double SMOOTHING = 0.9;

    private final Session session;
    private final Training training;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(SMOOTHING);
    private final BooleanBinding running;
    private final BooleanBinding fresh;
    private boolean watched;
    private @Nullable TrainingPlan measured;
    private long stepBytes;

    TrainingViewModel(Session session, Training training) {
        this.session = session;
        this.training = training;
        this.running = Bindings.createBooleanBinding(training::isRunning, training.snapshotProperty());
        this.fresh =
                Bindings.createBooleanBinding(() -> snapshot() == null || steps() == 0, training.snapshotProperty());
    }

    Session session() {
        return session;
    }

    ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return training.snapshotProperty();
    }

    @Nullable
    Snapshot snapshot() {
        return training.snapshotProperty().get();
    }

    private long steps() {
        Snapshot s = snapshot();
        return s == null ? 0 : s.step();
    }

    Training training() {
        return training;
    }

    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /// @return whether batches are being trained on
    BooleanBinding running() {
        return running;
    }

    /// @return whether nothing has been trained yet
    BooleanBinding fresh() {
        return fresh;
    }

    /// Starts, or holds where it runs.
    void toggle() {
        training.send(training.isRunning() ? new Command.Pause() : new Command.Start());
    }

    void stepBatch() {
        training.send(new Command.StepBatch());
    }

    void stepEpoch() {
        training.send(new Command.StepEpoch());
    }

    void stop() {
        training.send(new Command.Stop());
    }

    /// @return whether no epoch has been judged, so that there is no best one
    BooleanBinding unjudged() {
        return Bindings.createBooleanBinding(
                () -> {
                    Snapshot s = snapshot();
                    return s == null
                            || s.lastEpoch() == null
                            || training.outdatedProperty().get();
                },
                training.snapshotProperty(),
                training.outdatedProperty());
    }

    void backToBest() {
        training.send(new Command.BackToBest());
    }

    void reset() {
        OpenProject open = session.projectProperty().get();
        if (open != null) {
            training.send(new Command.Reset(open.trainingProperty().get().seed()));
        }
    }

    void watch(boolean shown) {
        if (shown != watched) {
            watched = shown;
            training.watch(Watch.ALL, shown);
        }
    }

    /// @return what the memory of a training step comes to; 0 before the first run
    long stepBytes() {
        TrainingPlan plan = training.plan();
        if (plan != measured) {
            measured = plan;
            stepBytes = plan == null ? 0 : plan.stepBytes();
        }
        return stepBytes;
    }

    /// @return the curves' source; null before the first run
    @Nullable
    CurveSource curves() {
        LossHistory history = training.history();
        Snapshot s = snapshot();
        return history == null || s == null ? null : new CurveSource(history, s.batchesPerEpoch());
    }

    /// @return the key of the metric that is drawn; null where none fits the data
    @Nullable
    String metric() {
        TrainingPlan plan = training.plan();
        return plan == null || plan.metrics().isEmpty()
                ? null
                : plan.metrics().getFirst().key();
    }

    /// @return the keys of all metrics that fit the data
    List<String> metrics() {
        TrainingPlan plan = training.plan();
        return plan == null
                ? List.of()
                : plan.metrics().stream().map(Metric::key).toList();
    }

    /// @return what is wrong, or has to be known, above the curves; null where all is well
    ObservableValue<@Nullable Message> notice() {
        return Bindings.createObjectBinding(
                () -> {
                    Snapshot s = snapshot();
                    if (training.problemProperty().get() != null) {
                        return training.problemProperty().get();
                    }
                    if (s != null && s.problem() != null) {
                        return s.problem();
                    }
                    if (!training.outdatedProperty().get()) {
                        return null;
                    }
                    return Message.of(training.isFromQueue() ? "panels.train.queue.goesOn" : "panels.train.outdated");
                },
                training.snapshotProperty(),
                training.problemProperty(),
                training.outdatedProperty());
    }

    ObservableValue<String> epochFigure() {
        return figure(s -> s.epoch() + " / " + Figures.count(s.epochs()));
    }

    ObservableValue<String> lossFigure() {
        return figure(s -> {
            EpochReport last = s.lastEpoch();
            return number(Double.isFinite(s.loss()) || last == null ? s.loss() : last.loss());
        });
    }

    ObservableValue<String> validationFigure() {
        return figure(s -> {
            EpochReport last = s.lastEpoch();
            return last == null || last.validation() == null
                    ? Figures.NONE
                    : number(last.validation().loss());
        });
    }

    /// The first metric, on validation data where there are some.
    ObservableValue<String> metricFigure() {
        return figure(s -> {
            EpochReport last = s.lastEpoch();
            String key = metric();
            if (last == null || key == null) {
                return Figures.NONE;
            }
            var metrics = last.validation() == null
                    ? last.metrics()
                    : last.validation().metrics();
            Double value = metrics.get(key);
            if (value == null) {
                return Figures.NONE;
            }
            return key.equals("accuracy") ? String.format(Locale.ENGLISH, "%.1f %%", 100 * value) : number(value);
        });
    }

    ObservableValue<String> speedFigure() {
        return figure(s ->
                s.samplesPerSecond() == 0 ? Figures.NONE : Figures.count(Math.round(s.samplesPerSecond())) + " /s");
    }

    ObservableValue<String> timeFigure() {
        return figure(s -> s.timeLeft() == null ? Figures.NONE : clock(s.timeLeft()));
    }

    ObservableValue<Number> progress() {
        return Bindings.createDoubleBinding(
                () -> {
                    Snapshot s = snapshot();
                    return s == null ? 0 : s.progress();
                },
                training.snapshotProperty());
    }

    private ObservableValue<String> figure(java.util.function.Function<Snapshot, String> of) {
        return Bindings.createStringBinding(
                () -> {
                    Snapshot s = snapshot();
                    return s == null ? Figures.NONE : of.apply(s);
                },
                training.snapshotProperty());
    }

    static String number(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? Figures.NONE : "∞";
        }
        double size = Math.abs(x);
        return size != 0 && (size < 1e-3 || size >= 1e5)
                ? String.format(Locale.ENGLISH, "%.2e", x)
                : String.format(Locale.ENGLISH, "%.4f", x);
    }

    private static String clock(Duration d) {
        long seconds = d.toSeconds();
        return seconds >= 3600
                ? String.format(Locale.ENGLISH, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ENGLISH, "%d:%02d", seconds / 60, seconds % 60);
    }
}
