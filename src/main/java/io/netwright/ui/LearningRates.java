package io.netwright.ui;

import io.netwright.layer.Prop;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.Optimizer;
import io.netwright.train.optimizer.OptimizerRegistry;

/// The learning rate in training settings, before any schedule.
public final class LearningRates {

    private static final String KEY = "learningRate";

    private LearningRates() {}

    public static double of(TrainingSpec spec) {
        Optimizer optimizer = OptimizerRegistry.STANDARD
                .find(spec.optimizer().type())
                .orElseThrow(() -> new IllegalArgumentException(spec.optimizer().type()));
        return optimizer.rule(spec.optimizer()).learningRate();
    }

    /// @return whether this property of an optimizer is its learning rate
    public static boolean is(Prop<?> prop) {
        return prop.key().equals(KEY);
    }

    /// @return whether the optimizers are the same but for the learning rate
    static boolean onlyDiffers(TrainingSpec a, TrainingSpec b) {
        return a.optimizer().without(KEY).equals(b.optimizer().without(KEY));
    }
}
