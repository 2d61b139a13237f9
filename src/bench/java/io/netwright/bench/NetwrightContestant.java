package io.netwright.bench;

import io.netwright.tensor.kernel.Blas;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSession.Outcome;

/// Netwright, as it trains in the window: batches copied from a data set, sums checked for divergence.
final class NetwrightContestant implements Contestant {

    private final TrainingSession session;
    private double loss = Double.NaN;

    NetwrightContestant(BenchCase c, int threads) {
        this.session = new TrainingSession(c.plan(threads), 1);
    }

    @Override
    public void step() {
        if (session.isEpochDone()) {
            session.endEpoch();
        }
        switch (session.next()) {
            case Outcome.Stepped(double now, int samples) -> loss = now;
            case Outcome.Diverged(var where) -> throw new IllegalStateException(where.toString());
        }
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public String kernel() {
        return Blas.best().description();
    }

    @Override
    public void close() {
        session.close();
    }
}
