package io.netwright.ui.evaluate;

import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.network.Network;
import io.netwright.program.Parameters;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which part is judged, and the judgement. Knows no control.
final class EvaluateViewModel {

    private final Session session;
    private final Training training;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TEST);
    private final ObjectProperty<@Nullable Judged> judged = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> problem = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private long attempt;

    EvaluateViewModel(
            Session session, Training training, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.session = session;
        this.training = training;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        part.addListener((p, was, is) -> evaluate());
        session.projectProperty().addListener((p, was, is) -> forget());
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    /// @return the judgement; holds null where there is none yet
    ObjectProperty<@Nullable Judged> judgedProperty() {
        return judged;
    }

    /// @return why there is none, in words
    ObjectProperty<@Nullable Message> problemProperty() {
        return problem;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    private void forget() {
        attempt++;
        judged.set(null);
        problem.set(null);
        busy.set(false);
    }

    /// Judges the weights as they are now.
    void evaluate() {
        OpenProject open = session.projectProperty().get();
        ProjectData data = session.dataProperty().get();
        forget();
        if (open == null || data == null) {
            problem.set(Message.of("panels.train.noData"));
            return;
        }
        if (!training.isTrained()) {
            problem.set(Message.of("panels.evaluate.untrained"));
            return;
        }
        if (data.data().split().size(part.get()) == 0) {
            problem.set(Message.of("panels.evaluate.emptyPart"));
            return;
        }
        long mine = attempt;
        busy.set(true);
        Network network = session.network();
        TrainingSpec spec = open.trainingProperty().get();
        Part wanted = part.get();
        var _ = training.weights()
                .thenApplyAsync(w -> judge(network, data.data(), spec, w, wanted), background)
                .whenCompleteAsync((result, failure) -> show(mine, result, failure), ui);
    }

    private Judged judge(Network network, LoadedData data, TrainingSpec spec, Parameters weights, Part of) {
        TrainingPlan plan = TrainingPlan.of(network, session.registry(), data, spec);
        return Judged.of(plan, weights, of);
    }

    private void show(long mine, @Nullable Judged result, @Nullable Throwable failure) {
        if (mine != attempt) {
            return;
        }
        busy.set(false);
        if (failure == null) {
            judged.set(result);
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof UserException said) {
            problem.set(said.what());
        } else {
            problem.set(Message.of("panels.evaluate.defect"));
            failures.accept(cause);
        }
    }
}
