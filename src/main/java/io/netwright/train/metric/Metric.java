package io.netwright.train.metric;

import io.netwright.tensor.Tensor;
import io.netwright.text.Message;

/// A number that says how good predictions are. Stateless; [#start] gives what counts.
///
/// Adding one is one file here and one line in [MetricRegistry].
public interface Metric {

    /// @return the name in files and events, such as `accuracy`
    String key();

    /// @return what a person calls it
    default Message label() {
        return Message.of("train.metric." + key());
    }

    /// @return whether more is better
    boolean isHigherBetter();

    /// @return whether it is a share from 0 to 1, shown as a percentage
    boolean isShare();

    /// @return whether it means anything for that task
    boolean fits(Task task);

    /// @return a count over nothing yet
    Count start(Task task);

    /// What is counted over the batches of an epoch or of a part. Used by one thread.
    interface Count {

        /// @param prediction the network's output for a batch. Not modified.
        /// @param target     as [Task] says. Not modified.
        void add(Tensor prediction, Tensor target);

        /// @return the metric over all that was added; NaN where that is nothing
        double value();

        /// Forgets everything.
        void reset();
    }
}
