package io.netwright.train.optimizer;

import io.netwright.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A batch that can be gone through again with other parameters, for optimizers that search. After each run the loss
/// and the gradients are those of the parameters as they are.
public interface Repeatable {

    /// Runs the batch forwards and backwards.
    ///
    /// @return the loss
    double run();

    /// @return the gradient of parameter number `p`; null where it does not reach the loss. Live.
    @Nullable
    Tensor gradient(int p);

    /// Runs forwards and backwards for each prediction by itself.
    ///
    /// @param each is told of a prediction when the gradients are, but for a factor, its own rather than the loss's
    /// @throws io.netwright.text.UserException where the loss is not made of squared errors
    void eachPrediction(EachPrediction each);

    /// What is done with a prediction.
    @FunctionalInterface
    interface EachPrediction {

        /// @param error  prediction minus target
        /// @param factor what the gradients must be multiplied by
        void on(double error, double factor);
    }
}
