package io.netwright.ui.step;

import io.netwright.program.Parameters;
import io.netwright.step.PlannedSteps;
import io.netwright.text.Message;
import io.netwright.train.TrainingPlan;
import io.netwright.train.check.GradientCheck;
import io.netwright.train.check.GradientCheck.Width;
import io.netwright.train.check.GradientReport;
import io.netwright.train.check.PlanCheck;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
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

    /// What was checked, for looking closer at one element of it.
    private record Checked(TrainingPlan plan, Parameters weights) {}

    private final Turns turns;
    private final ReadOnlyObjectWrapper<@Nullable GradientReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<Width>> widths = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<GradientReport.@Nullable Element> chosen = new ReadOnlyObjectWrapper<>();
    private @Nullable Checked checked;

    CheckViewModel(Executor background, Executor ui, Consumer<Throwable> failures) {
        this.turns = new Turns(background, ui, failures);
    }

    /// Checks the network of some steps with the weights that they begin with.
    void check(PlannedSteps steps) {
        clear();
        Checked now = new Checked(steps.plan(), steps.moment().parameters());
        checked = now;
        progress.set(0);
        turns.begin(turn -> {
            GradientReport found = PlanCheck.check(now.plan(), now.weights(), SAMPLES, SETTINGS, (done, all) -> {
                turn.tellNowAndThen(() -> progress.set((double) done / all));
                return turn.isCurrent();
            });
            turn.finish(() -> {
                report.set(found);
                choose(found.worst());
            });
        });
    }

    /// Looks closer at one element: how the error depends on the width of the difference quotient.
    void choose(GradientReport.@Nullable Element element) {
        chosen.set(element);
        widths.set(List.of());
        Checked now = checked;
        if (element == null || now == null) {
            return;
        }
        turns.beside(turn -> {
            List<Width> found = PlanCheck.widths(now.plan(), now.weights(), SAMPLES, element);
            turn.tell(() -> widths.set(found));
        });
    }

    /// Gives up what is under way.
    void cancel() {
        turns.cancel();
    }

    /// Forgets what was found: it is not true of what is stepped through now.
    void clear() {
        cancel();
        report.set(null);
        chosen.set(null);
        widths.set(List.of());
        turns.refuse(null);
        checked = null;
    }

    /// @return what was found; holds null while nothing has been checked
    ReadOnlyObjectProperty<@Nullable GradientReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return turns.busyProperty();
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
        return turns.problemProperty();
    }
}
