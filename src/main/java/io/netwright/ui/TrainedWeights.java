package io.netwright.ui;

import io.netwright.train.Trainer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// What is known of a run's weights: whether they are of the network as it is, and whether they lie on disk. Used on
/// the JavaFX thread.
final class TrainedWeights {

    private final Session session;
    private final RunFiles files;
    private final Executor ui;
    private final LongSupplier steps;
    private boolean restored;
    private boolean fitting;
    /// The step of the run whose weights lie on disk; 0 where none do.
    private long saved;

    /// @param steps so many steps the run has taken
    TrainedWeights(Session session, RunFiles files, Executor ui, LongSupplier steps) {
        this.session = session;
        this.files = files;
        this.ui = ui;
        this.steps = steps;
    }

    /// Says that a run begins, with weights from the disk or with fresh ones.
    void begin(boolean fromDisk) {
        restored = fromDisk;
    }

    /// Says that the run begins anew, with fresh weights.
    void reset() {
        restored = false;
        saved = 0;
    }

    /// Says that there is no run.
    void end() {
        fitting = false;
        saved = 0;
    }

    /// Says whether the weights are of the network as it is.
    void fit(boolean fits) {
        fitting = fits;
        tell();
    }

    boolean fits() {
        return fitting;
    }

    /// @return whether there are weights of the network as it is that came of training, now or when they were saved
    boolean areTrained() {
        return fitting && (restored || steps.getAsLong() > 0);
    }

    /// Tells the project whether there are weights that saving would save.
    void tell() {
        OpenProject open = session.projectProperty().get();
        if (open != null) {
            long now = steps.getAsLong();
            open.unsavedWeightsProperty().set(fitting && now > 0 && now != saved);
        }
    }

    /// Writes the weights of `run` into a project's folder; nothing where nothing was trained.
    ///
    /// @param goesOn asked on the JavaFX thread, once they are written, whether the run is still the one that there is
    CompletableFuture<Void> save(Trainer run, Path folder, BooleanSupplier goesOn) {
        OpenProject open = session.projectProperty().get();
        if (open == null || !areTrained()) {
            return CompletableFuture.completedFuture(null);
        }
        return files.saveWeights(run, folder)
                .thenAcceptAsync(
                        step -> {
                            if (goesOn.getAsBoolean() && folder.equals(open.folder())) {
                                saved = step;
                                tell();
                            }
                        },
                        ui);
    }
}
