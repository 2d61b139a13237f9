package io.netwright.ui.step;

import io.netwright.program.Parameters;
import io.netwright.step.PlannedSteps;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import io.netwright.train.check.GradientCheck;
import io.netwright.train.check.GradientCheck.Width;
import io.netwright.train.check.GradientReport;
import io.netwright.train.check.PlanCheck;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The gradient check of the network that is stepped through, with its weights at this step. It works in the background
/// on copies. Used on the JavaFX thread; it knows no control.
final class CheckViewModel {

    /// Samples of the training part: a few are enough, and keep kinks rare.
    static final int SAMPLES = 8;

    private static final GradientCheck.Settings SETTINGS = GradientCheck.Settings.DEFAULT.withElements(64);
    private static final long PUBLISH_NANOS = 50_000_000;

    /// What was checked, for looking closer at one element of it.
    private record Checked(TrainingPlan plan, Parameters weights) {}

    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ReadOnlyObjectWrapper<@Nullable GradientReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<Width>> widths = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<GradientReport.@Nullable Element> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Checked checked;
    /// Who asked last; whoever asked before is given up.
    private final AtomicLong version = new AtomicLong();

    CheckViewModel(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.background = background;
        this.ui = ui;
        this.failures = failures;
    }

    /// Checks the network of some steps with the weights that they begin with.
    void check(PlannedSteps steps) {
        clear();
        Checked now = new Checked(steps.plan(), steps.moment().parameters());
        checked = now;
        long mine = version.incrementAndGet();
        busy.set(true);
        progress.set(0);
        background.execute(() -> {
            try {
                long[] said = {System.nanoTime()};
                GradientReport found = PlanCheck.check(now.plan(), now.weights(), SAMPLES, SETTINGS, (done, all) -> {
                    if (System.nanoTime() - said[0] > PUBLISH_NANOS) {
                        said[0] = System.nanoTime();
                        ui.execute(() -> progress.set((double) done / all));
                    }
                    return mine == version.get();
                });
                ui.execute(() -> finished(mine, found));
            } catch (CancellationException e) {
                // whoever gave it up has said so already
            } catch (RuntimeException | Error e) {
                ui.execute(() -> failed(mine, e));
            }
        });
    }

    private void finished(long mine, GradientReport found) {
        if (mine == version.get()) {
            busy.set(false);
            report.set(found);
            choose(found.worst());
        }
    }

    /// Looks closer at one element: how the error depends on the width of the difference quotient.
    void choose(GradientReport.@Nullable Element element) {
        chosen.set(element);
        widths.set(List.of());
        Checked now = checked;
        if (element == null || now == null) {
            return;
        }
        long mine = version.incrementAndGet();
        background.execute(() -> {
            try {
                List<Width> found = PlanCheck.widths(now.plan(), now.weights(), SAMPLES, element);
                ui.execute(() -> {
                    if (mine == version.get()) {
                        widths.set(found);
                    }
                });
            } catch (RuntimeException | Error e) {
                ui.execute(() -> failed(mine, e));
            }
        });
    }

    private void failed(long mine, Throwable e) {
        if (mine != version.get()) {
            return;
        }
        busy.set(false);
        if (e instanceof UserException refused) {
            problem.set(refused.what());
        } else {
            problem.set(Message.of("step.problem.failed"));
            failures.accept(e);
        }
    }

    /// Gives up what is under way.
    void cancel() {
        version.incrementAndGet();
        busy.set(false);
    }

    /// Forgets what was found: it is not true of what is stepped through now.
    void clear() {
        cancel();
        report.set(null);
        chosen.set(null);
        widths.set(List.of());
        problem.set(null);
        checked = null;
    }

    /// @return what was found; holds null while nothing has been checked
    ReadOnlyObjectProperty<@Nullable GradientReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return from 0 to 1
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// @return the element that is looked at closer; holds null where there is none
    ReadOnlyObjectProperty<GradientReport.@Nullable Element> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// @return that element's error by width; empty until it is known
    ReadOnlyObjectProperty<List<Width>> widthsProperty() {
        return widths.getReadOnlyProperty();
    }

    /// @return why nothing could be checked; holds null where it could
    ReadOnlyObjectProperty<@Nullable Message> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
