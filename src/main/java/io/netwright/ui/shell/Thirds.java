package io.netwright.ui.shell;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Three nodes in a row: one at the left, one at the right, and one in the middle of the whole width, which gives way
/// sideways where the others need the room.
final class Thirds extends Region {

    private static final double GAP = 12;

    private final Node left;
    private final Node middle;
    private final Node right;

    Thirds(Node left, Node middle, Node right) {
        this.left = left;
        this.middle = middle;
        this.right = right;
        getChildren().addAll(left, middle, right);
    }

    @Override
    protected double computeMinWidth(double height) {
        return left.minWidth(-1) + middle.prefWidth(-1) + right.minWidth(-1) + 2 * GAP + sides();
    }

    @Override
    protected double computePrefWidth(double height) {
        return left.prefWidth(-1) + middle.prefWidth(-1) + right.prefWidth(-1) + 2 * GAP + sides();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double tallest = Math.max(left.prefHeight(-1), Math.max(middle.prefHeight(-1), right.prefHeight(-1)));
        return in.getTop() + tallest + in.getBottom();
    }

    private double sides() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double height = getHeight() - in.getTop() - in.getBottom();
        double from = in.getLeft();
        double to = getWidth() - in.getRight();
        double m = Math.min(middle.prefWidth(-1), to - from);
        double rest = Math.max(0, to - from - m - 2 * GAP);
        double l = Math.max(left.minWidth(-1), left.prefWidth(-1));
        double r = Math.max(right.minWidth(-1), right.prefWidth(-1));
        if (l + r > rest) {
            // both sides shrink, neither below what it needs at least
            r = Math.max(right.minWidth(-1), rest - l);
            l = Math.max(left.minWidth(-1), rest - r);
        }
        double x = (getWidth() - m) / 2;
        x = Math.min(x, to - r - GAP - m);
        x = Math.max(x, from + l + GAP);
        place(left, from, l, in.getTop(), height);
        place(middle, Math.round(x), m, in.getTop(), height);
        place(right, to - r, r, in.getTop(), height);
    }

    private void place(Node node, double x, double width, double y, double height) {
        layoutInArea(node, x, y, width, height, 0, HPos.CENTER, VPos.CENTER);
    }
}
