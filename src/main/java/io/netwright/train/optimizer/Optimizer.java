package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import java.util.Optional;

/// A kind of optimizer: what it is called, what can be set, and its update rule. Stateless and shared.
///
/// Adding one is one file here and one line in [OptimizerRegistry].
public interface Optimizer {

    OptimizerInfo info();

    /// @return the update rule with the hyper-parameters of `spec`
    /// @throws Prop.PropException where a hyper-parameter is none that its property accepts
    Rule rule(OptimizerSpec spec);

    /// @return how the step is found where it takes more than the gradients of the batch; then [StepRule] takes it
    default Optional<Search> search(OptimizerSpec spec) {
        return Optional.empty();
    }
}
