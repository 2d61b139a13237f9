package io.netwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Things in a row, one of them at the far end. Where there is less room than they need, those that matter least are
/// left out, rather than all of them shortened until nobody can read any.
final class Line extends Region {

    private static final double GAP = 18;

    private final List<Node> row;
    private final Node end;
    private final List<Node> dispensable;

    /// @param row         from left to right
    /// @param end         at the right
    /// @param dispensable of the row, what to leave out first, second, ...
    Line(List<Node> row, Node end, List<Node> dispensable) {
        this.row = List.copyOf(row);
        this.end = end;
        this.dispensable = List.copyOf(dispensable);
        getChildren().addAll(row);
        getChildren().add(end);
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double height = getHeight() - in.getTop() - in.getBottom();
        double room = getWidth() - in.getLeft() - in.getRight();
        List<Node> shown = new ArrayList<>(row.stream().filter(Node::isManaged).toList());
        double last = end.prefWidth(-1);
        for (Node node : dispensable) {
            if (width(shown) + GAP + last <= room) {
                break;
            }
            shown.remove(node);
        }
        double x = in.getLeft();
        double limit = getWidth() - in.getRight() - last - GAP;
        for (Node node : row) {
            boolean here = shown.contains(node) && x < limit;
            node.setVisible(here);
            if (here) {
                double width = Math.min(node.prefWidth(-1), limit - x);
                layoutInArea(node, x, in.getTop(), width, height, 0, HPos.LEFT, VPos.CENTER);
                x += width + GAP;
            }
        }
        layoutInArea(end, limit + GAP, in.getTop(), last, height, 0, HPos.RIGHT, VPos.CENTER);
    }

    private static double width(List<Node> nodes) {
        return nodes.stream().mapToDouble(n -> n.prefWidth(-1)).sum() + GAP * Math.max(0, nodes.size() - 1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
