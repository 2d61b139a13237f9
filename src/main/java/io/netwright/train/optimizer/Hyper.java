package io.netwright.train.optimizer;

import io.netwright.layer.Prop;

/// Hyper-parameters that several optimizers have, with what is allowed; the default is each optimizer's own.
final class Hyper {

    static final String LEARNING_RATE = "learningRate";

    private Hyper() {}

    static Prop.RealProp learningRate(double defaultValue) {
        return new Prop.RealProp(LEARNING_RATE, defaultValue, 0, 1000);
    }

    static Prop.RealProp weightDecay(double defaultValue) {
        return new Prop.RealProp("weightDecay", defaultValue, 0, 1000);
    }

    /// A share of the past that is kept: less than 1, or nothing new would ever count.
    static Prop.RealProp share(String key, double defaultValue) {
        return new Prop.RealProp(key, defaultValue, 0, 0.9999999999);
    }

    /// More than 0, or a parameter whose gradient has always been 0 would become NaN.
    static Prop.RealProp epsilon(double defaultValue) {
        return new Prop.RealProp("epsilon", defaultValue, 1e-16, 1);
    }
}
