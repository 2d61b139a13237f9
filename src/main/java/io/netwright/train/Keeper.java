package io.netwright.train;

/// Keeps moments of a run where they outlast the program. Called on the training thread, which waits.
@FunctionalInterface
public interface Keeper {

    /// Which moment of a run.
    enum Which {
        /// The latest.
        LAST,
        /// That after the best epoch so far.
        BEST;

        /// @return `last` or `best`, as in the names of files
        public String key() {
            return this == LAST ? "last" : "best";
        }
    }

    /// @param moment  with tensors of its own; the keeper may hold on to it
    /// @param history of the run, which goes on growing: only what lies before the moment belongs to it
    void keep(Which which, Moment moment, LossHistory history);
}
