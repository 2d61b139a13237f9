package io.netwright.ui.step;

import io.netwright.data.LoadedData;
import io.netwright.network.Network;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.step.PlannedSteps;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Steps through the project that is open in a session.
public final class SessionSteps implements StepSource {

    /// Gives a copy of the weights as they are now. Runs off the JavaFX thread.
    @FunctionalInterface
    public interface Weights {
        Parameters copy() throws Exception;
    }

    private final Session session;
    private final Supplier<@Nullable Weights> trained;

    /// @param trained asked on the JavaFX thread for the weights in training; null where nothing has been trained yet
    public SessionSteps(Session session, Supplier<@Nullable Weights> trained) {
        this.session = session;
        this.trained = trained;
    }

    @Override
    public Callable<Steps> open() {
        OpenProject project = session.projectProperty().get();
        ProjectData data = session.dataProperty().get();
        UserException problem = session.dataProblemProperty().get();
        Network network = session.network();
        Weights weights = trained.get();
        if (project == null || data == null) {
            UserException why = problem != null ? problem : new UserException(Message.of("step.problem.noData"));
            return () -> {
                throw why;
            };
        }
        TrainingSpec spec = project.trainingProperty().get();
        return () -> steps(network, data.data(), spec, weights);
    }

    private Steps steps(Network network, LoadedData data, TrainingSpec spec, @Nullable Weights weights)
            throws Exception {
        TrainingPlan plan = TrainingPlan.of(network, session.registry(), data, spec);
        Optional<Parameters> fitting =
                weights == null ? Optional.empty() : Optional.of(weights.copy()).filter(w -> fits(w, plan.training()));
        Parameters start = fitting.orElseGet(() -> plan.initial(spec.seed()));
        return new Steps(new PlannedSteps(network, plan, start), fitting.isPresent());
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
