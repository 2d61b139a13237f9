package io.netwright.program.init;

import java.util.random.RandomGenerator;

/// Random numbers for initialisers.
final class Draw {

    private Draw() {}

    /// Fills `out` uniformly in [-limit, limit).
    static void uniform(double[] out, double limit, RandomGenerator random) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (2 * random.nextDouble() - 1) * limit;
        }
    }

    /// Fills `out` from the normal distribution with mean 0.
    static void normal(double[] out, double deviation, RandomGenerator random) {
        for (int i = 0; i < out.length; i++) {
            out[i] = random.nextGaussian() * deviation;
        }
    }
}
