package io.netwright.ui.step;

import io.netwright.step.PlannedSteps;
import io.netwright.step.hunt.Sabotage;
import java.util.concurrent.Callable;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Where the step view takes what it steps through: the open project's network, data and weights as they are now.
public interface StepSource {

    /// The steps that could be taken now.
    ///
    /// @param from     where the weights come from
    /// @param sabotage the bug that was planted in them; null where they are honest
    record Steps(PlannedSteps planned, From from, @Nullable Sabotage sabotage) {

        Steps(PlannedSteps planned, From from) {
            this(planned, from, null);
        }
    }

    /// Where the weights of a step come from.
    enum From {
        /// They were drawn, and nothing has been trained.
        INITIAL,
        /// The training view's run has come to them.
        TRAINING,
        /// The run that the settings determine has come to them, trained for being looked at.
        RUN
    }

    /// Asked on the JavaFX thread, which is where the document and the place in training can be read.
    ///
    /// @return what makes the steps; runs off the JavaFX thread. It throws a [io.netwright.text.UserException] where
    ///   there
    ///     is nothing to step through: no data, or a network that does not compile
    Callable<Steps> open();

    /// @return changes when the weights do
    ObservableValue<?> progress();
}
