package io.netwright.train.optimizer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/// The iterations of [Lbfgs].
final class LbfgsSearch implements Search {

    /// Less curvature than this along a step tells nothing.
    private static final double LEAST_CURVATURE = 1e-10;

    /// Numbers of its memory that come first.
    private static final int HEAD = 3;

    /// A step that was taken, and by how much the gradient changed over it.
    private record Taken(double[] change, double[] step, double inverse) {}

    private final int iterations;
    private final int history;
    private final boolean wolfe;
    private final double gradientTolerance;
    private final double changeTolerance;
    private final Deque<Taken> taken = new ArrayDeque<>();
    private double scale = 1;
    private double[] direction = {};
    private double[] gradientBefore = {};
    private double t;

    LbfgsSearch(int iterations, int history, boolean wolfe, double gradientTolerance, double changeTolerance) {
        this.iterations = iterations;
        this.history = history;
        this.wolfe = wolfe;
        this.gradientTolerance = gradientTolerance;
        this.changeTolerance = changeTolerance;
    }

    @Override
    public Search copy() {
        LbfgsSearch copy = new LbfgsSearch(iterations, history, wolfe, gradientTolerance, changeTolerance);
        copy.taken.addAll(taken);
        copy.scale = scale;
        copy.direction = direction;
        copy.gradientBefore = gradientBefore;
        copy.t = t;
        return copy;
    }

    /// Scale, last step and length; then direction and gradient, and of each step taken its change, itself and its
    /// inverse curvature.
    @Override
    public double[] memory() {
        int n = direction.length;
        double[] memory = new double[HEAD + 2 * n + taken.size() * (2 * n + 1)];
        memory[0] = scale;
        memory[1] = t;
        memory[2] = n;
        System.arraycopy(direction, 0, memory, HEAD, n);
        System.arraycopy(gradientBefore, 0, memory, HEAD + n, n);
        int at = HEAD + 2 * n;
        for (Taken one : taken) {
            System.arraycopy(one.change(), 0, memory, at, n);
            System.arraycopy(one.step(), 0, memory, at + n, n);
            memory[at + 2 * n] = one.inverse();
            at += 2 * n + 1;
        }
        return memory;
    }

    @Override
    public void recall(double[] memory) {
        int n = memory.length < HEAD ? -1 : (int) memory[2];
        int rest = memory.length - HEAD - 2 * n;
        if (n < 0 || rest < 0 || rest % (2 * n + 1) != 0) {
            throw new IllegalArgumentException(memory.length + " numbers");
        }
        scale = memory[0];
        t = memory[1];
        direction = Arrays.copyOfRange(memory, HEAD, HEAD + n);
        gradientBefore = Arrays.copyOfRange(memory, HEAD + n, HEAD + 2 * n);
        taken.clear();
        for (int at = HEAD + 2 * n; at < memory.length; at += 2 * n + 1) {
            taken.addLast(new Taken(
                    Arrays.copyOfRange(memory, at, at + n),
                    Arrays.copyOfRange(memory, at + n, at + 2 * n),
                    memory[at + 2 * n]));
        }
    }

    @Override
    public double[] next(double rate, double[] from, double lossThere, double[] gradientThere, Objective objective) {
        double[] x = from;
        double loss = lossThere;
        double[] gradient = gradientThere.clone();
        if (Flat.maxAbs(gradient) <= gradientTolerance) {
            return x;
        }
        for (int k = 1; k <= iterations; k++) {
            boolean first = direction.length == 0;
            direction = first ? Flat.times(-1, gradient) : direction(gradient);
            gradientBefore = gradient.clone();
            double lossBefore = loss;
            t = first ? Math.min(1, 1 / Flat.sumAbs(gradient)) * rate : rate;
            double slope = Flat.dot(gradient, direction);
            if (slope > -changeTolerance) {
                break;
            }
            if (wolfe) {
                var start = new StrongWolfe.Point(0, loss, gradient, slope);
                var found = new StrongWolfe(x, direction, start, objective, changeTolerance).find(t);
                t = found.t();
                loss = found.loss();
                gradient = found.gradient().clone();
            }
            x = Flat.sum(x, t, direction);
            if (k == iterations) {
                break;
            }
            if (!wolfe) {
                loss = objective.at(x, gradient);
            }
            if (Flat.maxAbs(gradient) <= gradientTolerance
                    || Flat.maxAbs(direction) * Math.abs(t) <= changeTolerance
                    || Math.abs(loss - lossBefore) < changeTolerance) {
                break;
            }
        }
        return x;
    }

    /// The two loops over the steps remembered (Nocedal and Wright, algorithm 7.4).
    private double[] direction(double[] gradient) {
        double[] change = Flat.sum(gradient, -1, gradientBefore);
        double[] step = Flat.times(t, direction);
        double curvature = Flat.dot(change, step);
        if (curvature > LEAST_CURVATURE) {
            if (taken.size() == history) {
                taken.removeFirst();
            }
            taken.addLast(new Taken(change, step, 1 / curvature));
            scale = curvature / Flat.dot(change, change);
        }
        double[] alpha = new double[taken.size()];
        double[] q = Flat.times(-1, gradient);
        int i = alpha.length - 1;
        for (Iterator<Taken> back = taken.descendingIterator(); back.hasNext(); i--) {
            Taken one = back.next();
            alpha[i] = Flat.dot(one.step(), q) * one.inverse();
            Flat.add(q, -alpha[i], one.change());
        }
        double[] r = Flat.times(scale, q);
        i = 0;
        for (Taken one : taken) {
            double beta = Flat.dot(one.change(), r) * one.inverse();
            Flat.add(r, alpha[i++] - beta, one.step());
        }
        return r;
    }
}
