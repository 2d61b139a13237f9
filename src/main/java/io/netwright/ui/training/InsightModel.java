package io.netwright.ui.training;

import io.netwright.ui.NetworkLooks;
import io.netwright.ui.Training;
import io.netwright.ui.training.InsightMaker.Choice;
import io.netwright.ui.training.InsightMaker.Writing;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the network knows, and what of it is looked at. Knows no control.
final class InsightModel {

    private final NetworkLooks<Insight> looks;
    private volatile Choice choice = new Choice(null, null);
    private volatile Writing writing = Writing.USUAL;

    InsightModel(Training training, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.looks = new NetworkLooks<>(
                training,
                plan -> {
                    InsightMaker maker = new InsightMaker(plan);
                    return weights -> maker.make(weights, choice, writing);
                },
                background,
                ui,
                failures);
        training.snapshotProperty().addListener((p, was, is) -> {
            if (is == null) {
                choice = new Choice(null, null);
            }
        });
    }

    /// @return what the network knows, as of the last look; holds null where there is nothing to be seen
    ReadOnlyObjectProperty<@Nullable Insight> insightProperty() {
        return looks.seenProperty();
    }

    /// Looks at another part of the network from now on.
    void choose(Choice next) {
        choice = next;
        looks.look();
    }

    /// Writes like this from now on.
    void write(Writing next) {
        writing = next;
        looks.look();
    }

    void watch(boolean on) {
        looks.watch(on);
    }

    /// @return whether a look is under way
    boolean isBusy() {
        return looks.isBusy();
    }
}
