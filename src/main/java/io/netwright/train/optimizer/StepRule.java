package io.netwright.train.optimizer;

import static io.netwright.op.explain.Expr.sum;

import java.util.List;

/// The rule of optimizers that find the step by a [Search]: it lies in the slot, and is taken.
record StepRule(double learningRate) implements Rule {

    private static final Kernel KERNEL = new Kernel(DoubleUpdates::step, FloatUpdates::step);
    private static final List<Slot> SLOTS = List.of(new Slot("step", "Δ"));

    @Override
    public List<Slot> slots() {
        return SLOTS;
    }

    @Override
    public Kernel kernel() {
        return KERNEL;
    }

    @Override
    public double[] constants(double rate, long step) {
        return new double[0];
    }

    @Override
    public void explain(Explanation.Builder e) {
        e.term("θ′", sum(e.parameter(), e.slot(0)));
    }
}
