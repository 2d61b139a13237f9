package io.netwright.ui;

import io.netwright.network.Network;
import io.netwright.train.LossHistory;
import io.netwright.train.Trainer;
import io.netwright.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The runs of a project before the one that there is, to be compared with it.
public final class PastRuns {

    /// More than these at once nobody can tell apart on a chart.
    static final int MOST = 8;

    /// A run that is over.
    ///
    /// @param plan    what it was begun with
    /// @param network what was trained
    /// @param history all its losses
    public record PastRun(TrainingPlan plan, Network network, LossHistory history) {}

    private final List<PastRun> runs = new ArrayList<>();

    PastRuns() {}

    /// @return oldest first; a copy
    public List<PastRun> all() {
        return List.copyOf(runs);
    }

    /// Remembers a run, unless nothing came of it; the oldest goes where there are too many.
    ///
    /// @param basis what it was begun with; null where there was none
    void keep(@Nullable Trainer run, @Nullable RunBasis basis) {
        if (run != null && basis != null && run.history().steps() > 0) {
            runs.add(new PastRun(run.plan(), basis.network(), run.history()));
            if (runs.size() > MOST) {
                runs.removeFirst();
            }
        }
    }

    void clear() {
        runs.clear();
    }
}
