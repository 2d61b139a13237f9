package io.netwright.ui;

import io.netwright.network.Network;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingSpec;
import java.util.Collections;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The runs that are to come, first come first. Each is kept as it was added, whatever is changed in the project
/// meanwhile. Used on the JavaFX thread.
public final class RunQueue {

    /// A run that waits for its turn. Two of them are two, even where they are begun with the same.
    public static final class Waiting {
        private final RunBasis basis;

        private Waiting(RunBasis basis) {
            this.basis = basis;
        }

        RunBasis basis() {
            return basis;
        }

        /// @return what will be trained
        public Network network() {
            return basis.network();
        }

        /// @return how it will be trained
        public TrainingSpec spec() {
            return basis.spec();
        }
    }

    private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    private final ObservableList<Waiting> seen = FXCollections.unmodifiableObservableList(waiting);

    RunQueue() {}

    /// @return the next one first; changes with the queue
    public ObservableList<Waiting> waiting() {
        return seen;
    }

    void add(RunBasis basis) {
        waiting.add(new Waiting(basis));
    }

    /// @return the one whose turn it is; null where none waits
    @Nullable
    Waiting first() {
        return waiting.isEmpty() ? null : waiting.getFirst();
    }

    /// Takes a run out; nothing where it is out already.
    public void remove(Waiting run) {
        waiting.remove(run);
    }

    /// Has a run change places with the one before it; nothing for the first.
    public void moveUp(Waiting run) {
        swap(waiting.indexOf(run) - 1);
    }

    /// Has a run change places with the one after it; nothing for the last.
    public void moveDown(Waiting run) {
        swap(waiting.indexOf(run));
    }

    private void swap(int upper) {
        if (upper >= 0 && upper + 1 < waiting.size()) {
            var other = FXCollections.observableArrayList(waiting);
            Collections.swap(other, upper, upper + 1);
            // at once, so that nobody sees a queue in which one run is missing
            waiting.setAll(other);
        }
    }

    void clear() {
        waiting.clear();
    }

    /// @param before how the run went a moment ago
    /// @return whether the run has come to its end since, so that it is the turn of the next one: all epochs are done,
    ///     or it holds by itself, be it because it got no better or because it failed. Where a person holds or stops
    ///     it, nothing is begun.
    static boolean hasEnded(@Nullable Snapshot before, Snapshot now) {
        return isOver(now) && (before == null || !isOver(before) || before.step() != now.step());
    }

    private static boolean isOver(Snapshot s) {
        return switch (s.state()) {
            case FINISHED, DIVERGED, FAILED -> true;
            case PAUSED -> s.problem() != null;
            case READY, RUNNING, STOPPED -> false;
        };
    }
}
