package io.netwright.step;

import io.netwright.train.Moment;

/// A checksum over a place of a run.
public final class StateHash {

    private StateHash() {}

    /// @return 64 bits that depend on every bit of the weights, of the kept states, of what the optimizer remembers,
    ///   and
    ///     on the place in the run: equal moments, equal hashes
    public static long of(Moment moment) {
        long hash = Numbers.mixed(moment.seed(), moment.step());
        hash = Numbers.mixed(hash, moment.epoch());
        hash = Numbers.mixed(hash, moment.batch());
        hash = Numbers.mixed(hash, Double.doubleToRawLongBits(moment.rate()));
        hash = Numbers.mixed(hash, moment.optimizer().steps());
        hash = Numbers.mixed(hash, Double.doubleToRawLongBits(moment.optimizer().learningRate()));
        for (double judged : moment.judged()) {
            hash = Numbers.mixed(hash, Double.doubleToRawLongBits(judged));
        }
        for (var tensor : moment.parameters().all().values()) {
            hash = Numbers.mixed(hash, Numbers.of(tensor).digest());
        }
        for (var tensor : moment.optimizer().tensors().values()) {
            hash = Numbers.mixed(hash, Numbers.of(tensor).digest());
        }
        return hash;
    }
}
