package io.netwright.network;

/// Where a node's upper left corner stands on the canvas, in pixels at 100 %; x grows to the right, y downwards.
public record Position(double x, double y) {

    public Position {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a position is finite, not " + x + ", " + y);
        }
    }

    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }
}
