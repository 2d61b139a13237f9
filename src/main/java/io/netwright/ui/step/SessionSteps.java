package io.netwright.ui.step;

import io.netwright.data.LoadedData;
import io.netwright.network.Network;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.step.PlannedSteps;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Steps through the project that is open in a session.
public final class SessionSteps implements StepSource {

    private final Session session;
    private final Supplier<@Nullable Callable<Moment>> training;
    private final ObservableValue<?> progress;

    /// @param training asked on the JavaFX thread for the run in progress, a moment of which can be had off it; null
    ///   where
    ///                 nothing has been trained yet
    /// @param progress changes as training goes on
    public SessionSteps(Session session, Supplier<@Nullable Callable<Moment>> training, ObservableValue<?> progress) {
        this.session = session;
        this.training = training;
        this.progress = progress;
    }

    @Override
    public ObservableValue<?> progress() {
        return progress;
    }

    @Override
    public Callable<Steps> open() {
        OpenProject project = session.projectProperty().get();
        ProjectData data = session.dataProperty().get();
        UserException problem = session.dataProblemProperty().get();
        Network network = session.network();
        Callable<Moment> run = training.get();
        if (project == null || data == null) {
            UserException why = problem != null ? problem : new UserException(Message.of("step.problem.noData"));
            return () -> {
                throw why;
            };
        }
        TrainingSpec spec = project.trainingProperty().get();
        return () -> steps(network, data.data(), spec, run);
    }

    private Steps steps(Network network, LoadedData data, TrainingSpec spec, @Nullable Callable<Moment> run)
            throws Exception {
        TrainingPlan plan = TrainingPlan.of(network, session.registry(), data, spec);
        Optional<Moment> fitting = run == null
                ? Optional.empty()
                : Optional.of(run.call()).filter(m -> fits(m.parameters(), plan.training()));
        Moment start = fitting.orElseGet(() -> Moment.before(plan, plan.initial(spec.seed())));
        return new Steps(new PlannedSteps(network, plan, start), fitting.isPresent() ? From.TRAINING : From.INITIAL);
    }

    /// @return whether weights are those of this program: those of a network as it was before an edit may not be
    private static boolean fits(Parameters weights, Program program) {
        return program.parameters().stream()
                        .allMatch(p -> fits(weights, p.name(), p.value().shape().at(1)))
                && program.states().stream()
                        .allMatch(s -> fits(weights, s.name(), s.value().shape().at(1)));
    }

    private static boolean fits(Parameters weights, String name, int[] dims) {
        return weights.find(name)
                .map(Tensor::dims)
                .filter(d -> Arrays.equals(d, dims))
                .isPresent();
    }
}
