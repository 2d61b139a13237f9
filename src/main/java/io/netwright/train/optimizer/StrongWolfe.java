package io.netwright.train.optimizer;

/// A line search for a point that satisfies the strong Wolfe conditions (Nocedal and Wright: Numerical optimization,
/// 2nd edition, algorithms 3.5 and 3.6), step by step as PyTorch's L-BFGS does it, which follows minFunc.
final class StrongWolfe {

    private static final double SUFFICIENT = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int MOST = 25;

    /// A point on the line.
    ///
    /// @param t     how far along
    /// @param slope of the loss along the line
    record Point(double t, double loss, double[] gradient, double slope) {}

    private final double[] origin;
    private final double[] direction;
    private final Objective objective;
    private final Point start;
    private final double tolerance;
    private int tried;

    /// @param tolerance the least change of any parameter that is worth going on for
    StrongWolfe(double[] origin, double[] direction, Point start, Objective objective, double tolerance) {
        this.origin = origin;
        this.direction = direction;
        this.start = start;
        this.objective = objective;
        this.tolerance = tolerance;
    }

    private Point at(double t) {
        double[] gradient = new double[origin.length];
        double loss = objective.at(Flat.sum(origin, t, direction), gradient);
        return new Point(t, loss, gradient, Flat.dot(gradient, direction));
    }

    private boolean isTooHigh(Point p) {
        return p.loss() > start.loss() + SUFFICIENT * p.t() * start.slope();
    }

    private boolean isFlat(Point p) {
        return Math.abs(p.slope()) <= -CURVATURE * start.slope();
    }

    /// @param first where to look first
    Point find(double first) {
        Point before = start;
        Point now = at(first);
        while (tried < MOST) {
            if (isTooHigh(now) || tried > 1 && now.loss() >= before.loss()) {
                return zoom(before, now);
            }
            if (isFlat(now)) {
                return now;
            }
            if (now.slope() >= 0) {
                return zoom(before, now);
            }
            double least = now.t() + 0.01 * (now.t() - before.t());
            double t = cubic(before, now, least, now.t() * 10);
            before = now;
            now = at(t);
            tried++;
        }
        return start.loss() <= now.loss() ? start : now;
    }

    /// Looks between two points, one of which is low.
    private Point zoom(Point one, Point other) {
        boolean isFirstLow = one.loss() <= other.loss();
        Point low = isFirstLow ? one : other;
        Point high = isFirstLow ? other : one;
        double reach = Flat.maxAbs(direction);
        boolean stuck = false;
        while (tried < MOST && Math.abs(high.t() - low.t()) * reach >= tolerance) {
            double from = Math.min(low.t(), high.t());
            double to = Math.max(low.t(), high.t());
            double t = cubic(low, high, from, to);
            double margin = 0.1 * (to - from);
            if (Math.min(to - t, t - from) < margin) {
                if (stuck || t >= to || t <= from) {
                    t = Math.abs(t - to) < Math.abs(t - from) ? to - margin : from + margin;
                    stuck = false;
                } else {
                    stuck = true;
                }
            } else {
                stuck = false;
            }
            Point now = at(t);
            tried++;
            if (isTooHigh(now) || now.loss() >= low.loss()) {
                high = now;
                if (low.loss() > high.loss()) {
                    Point swap = low;
                    low = high;
                    high = swap;
                }
            } else {
                if (isFlat(now)) {
                    return now;
                }
                if (now.slope() * (high.t() - low.t()) >= 0) {
                    high = low;
                }
                low = now;
            }
        }
        return low;
    }

    /// @return where a cubic through two points with their slopes is least, between the bounds
    private static double cubic(Point a, Point b, double least, double most) {
        boolean inOrder = a.t() <= b.t();
        Point left = inOrder ? a : b;
        Point right = inOrder ? b : a;
        double d1 = left.slope() + right.slope() - 3 * (left.loss() - right.loss()) / (left.t() - right.t());
        double square = d1 * d1 - left.slope() * right.slope();
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double d2 = Math.sqrt(square);
        double t = right.t()
                - (right.t() - left.t()) * ((right.slope() + d2 - d1) / (right.slope() - left.slope() + 2 * d2));
        return Math.min(Math.max(t, least), most);
    }
}
