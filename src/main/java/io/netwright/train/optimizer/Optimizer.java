package io.netwright.train.optimizer;

import io.netwright.layer.Prop;

/// A kind of optimizer: what it is called, what can be set, and its update rule. Stateless and shared.
///
/// Adding one is one file here and one line in [OptimizerRegistry].
public interface Optimizer {

    OptimizerInfo info();

    /// @return the update rule with the hyper-parameters of `spec`
    /// @throws Prop.PropException where a hyper-parameter is none that its property accepts
    Rule rule(OptimizerSpec spec);
}
