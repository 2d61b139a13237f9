package io.netwright.ui;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import org.jspecify.annotations.Nullable;

/// What a run is begun with.
record RunBasis(Network network, ProjectData data, TrainingSpec spec) {

    /// @return what a run would be begun with now; null where no project is open or its data cannot be had
    static @Nullable RunBasis now(Session session) {
        ProjectData data = session.dataProperty().get();
        return session.projectProperty().get() == null || data == null
                ? null
                : new RunBasis(session.network(), data, session.training());
    }

    RunBasis with(TrainingSpec other) {
        return new RunBasis(network, data, other);
    }

    /// Weights outlast a change of settings, and of data that look the same to the network.
    boolean hasWeightsLike(RunBasis other) {
        return network.equals(other.network) && data.signature().equals(other.data.signature());
    }

    /// @return whether the batches are the same, so that a run can go on in the midst of an epoch
    boolean hasBatchesLike(RunBasis other) {
        return data.equals(other.data)
                && spec.batchSize() == other.spec.batchSize()
                && spec.shuffle() == other.spec.shuffle();
    }

    /// Compiles; not for the JavaFX thread.
    ///
    /// @throws io.netwright.text.UserException where there is nothing to train
    TrainingPlan plan(LayerRegistry layers) {
        return TrainingPlan.of(network, layers, data.data(), spec);
    }
}
