package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/// Finds the cheapest way over a grid of lines (A*). A state is a crossing of two lines and the direction in which it
/// was reached, so that corners can be counted.
final class RouteSearch {

    private static final double CORNER = 40;
    private static final double BEHIND_A_CARD = 2_000;
    /// Along the edge of what wires keep clear of; the middle of a gap looks better.
    private static final double ALONG_EDGE = 1.15;

    // directions: right, down, left, up
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private final double[] xs;
    private final double[] ys;
    /// What it costs to go from a crossing to the next one on the right, and below.
    private final double[] toRight;
    private final double[] toBelow;
    private final double[] best;
    private final int[] cameFrom;
    private final PriorityQueue<Step> open = new PriorityQueue<>();

    private record Step(double estimate, int state) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int order = Double.compare(estimate, other.estimate);
            return order == 0 ? Integer.compare(state, other.state) : order;
        }
    }

    /// @param cards what to go around
    /// @param xs    where upright pieces may run, ascending
    /// @param ys    where level pieces may run, ascending
    RouteSearch(List<Rect> cards, double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
        int crossings = xs.length * ys.length;
        this.toRight = new double[crossings];
        this.toBelow = new double[crossings];
        this.best = new double[crossings * 4];
        this.cameFrom = new int[crossings * 4];
        Arrays.fill(best, Double.MAX_VALUE);
        Arrays.fill(cameFrom, -1);
        lengths();
        for (Rect card : cards) {
            block(card.grow(Router.CLEARANCE - 0.5));
        }
    }

    private void lengths() {
        for (int j = 0; j < ys.length; j++) {
            for (int i = 0; i < xs.length; i++) {
                toRight[j * xs.length + i] = i + 1 < xs.length ? xs[i + 1] - xs[i] : Double.MAX_VALUE;
                toBelow[j * xs.length + i] = j + 1 < ys.length ? ys[j + 1] - ys[j] : Double.MAX_VALUE;
            }
        }
    }

    // makes the pieces that run through the block dear, and those along its edge a little dearer
    private void block(Rect block) {
        int left = firstAbove(xs, block.x() - 1);
        int right = firstAbove(xs, block.right() + 1);
        int top = firstAbove(ys, block.y() - 1);
        int bottom = firstAbove(ys, block.bottom() + 1);
        for (int j = Math.max(0, top - 1); j < bottom; j++) {
            for (int i = Math.max(0, left - 1); i < right; i++) {
                int at = j * xs.length + i;
                if (i + 1 < xs.length && j >= top) {
                    boolean through = ys[j] > block.y()
                            && ys[j] < block.bottom()
                            && xs[i] < block.right()
                            && xs[i + 1] > block.x();
                    toRight[at] += through ? BEHIND_A_CARD : (ALONG_EDGE - 1) * (xs[i + 1] - xs[i]);
                }
                if (j + 1 < ys.length && i >= left) {
                    boolean through = xs[i] > block.x()
                            && xs[i] < block.right()
                            && ys[j] < block.bottom()
                            && ys[j + 1] > block.y();
                    toBelow[at] += through ? BEHIND_A_CARD : (ALONG_EDGE - 1) * (ys[j + 1] - ys[j]);
                }
            }
        }
    }

    private static int firstAbove(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        return at < 0 ? -at - 1 : at + 1;
    }

    /// @param start a crossing of the lines; it is left to the right
    /// @param end   another one; it is reached to the right
    List<Point> way(Point start, Point end) {
        int goal = cell(end);
        best[cell(start) * 4] = 0;
        open.add(new Step(0, cell(start) * 4));
        while (!open.isEmpty()) {
            int state = open.poll().state();
            if (state / 4 == goal && state % 4 != 2) {
                return trace(state);
            }
            for (int direction = 0; direction < 4; direction++) {
                // back the way it came is no way
                if (Math.floorMod(direction - state, 4) != 2) {
                    extend(state, direction, end);
                }
            }
        }
        throw new IllegalStateException("the lines do not meet");
    }

    private void extend(int state, int direction, Point end) {
        int cell = state / 4;
        int i = cell % xs.length + DX[direction];
        int j = cell / xs.length + DY[direction];
        if (i < 0 || j < 0 || i >= xs.length || j >= ys.length) {
            return;
        }
        int there = j * xs.length + i;
        double piece =
                switch (direction) {
                    case 0 -> toRight[cell];
                    case 1 -> toBelow[cell];
                    case 2 -> toRight[there];
                    default -> toBelow[there];
                };
        double cost = best[state] + piece + (state % 4 == direction ? 0 : CORNER);
        double rest = Math.abs(end.x() - xs[i]) + Math.abs(end.y() - ys[j]);
        if (rest == 0 && direction != 0) {
            cost += CORNER;
        }
        int next = there * 4 + direction;
        if (cost < best[next]) {
            best[next] = cost;
            cameFrom[next] = state;
            open.add(new Step(cost + rest, next));
        }
    }

    private int cell(Point p) {
        return Arrays.binarySearch(ys, p.y()) * xs.length + Arrays.binarySearch(xs, p.x());
    }

    private List<Point> trace(int last) {
        List<Point> points = new ArrayList<>();
        for (int state = last; state >= 0; state = cameFrom[state]) {
            points.add(new Point(xs[state / 4 % xs.length], ys[state / 4 / xs.length]));
        }
        return points.reversed();
    }
}
