package io.netwright.train.optimizer;

/// The loss of a batch as a function of all parameters.
public interface Objective {

    /// @param x        all parameters, one behind the other. Not modified.
    /// @param gradient as many. Modified: the derivative of the loss with respect to each.
    /// @return the loss
    double at(double[] x, double[] gradient);

    /// Looks at a loss that is made of squared errors from inside.
    ///
    /// @param x    all parameters. Not modified.
    /// @param each is handed each error and its derivative with respect to all parameters, in order
    /// @throws io.netwright.text.UserException where the loss is not made of squared errors
    void residuals(double[] x, EachResidual each);

    /// What is done with an error.
    @FunctionalInterface
    interface EachResidual {

        /// @param error      prediction minus target
        /// @param derivative of the prediction, by parameter; valid during the call
        void on(double error, double[] derivative);
    }
}
