package io.netwright.ui.step;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;

/// A whole matrix at a glance, without numbers, with the window of its grid drawn on it; a click or drag moves the
/// window.
final class HeatMap extends HeatRegion {

    private static final double LONGEST = 132;
    private static final double TALLEST = 56;
    private static final double LARGEST_CELL = 8;

    private final Plane plane;
    private final MatrixGrid grid;
    private final double width;
    private final double height;

    HeatMap(Plane plane, MatrixGrid grid) {
        this.plane = plane;
        this.grid = grid;
        double cell = Math.min(LARGEST_CELL, Math.min(LONGEST / plane.cols(), TALLEST / plane.rows()));
        // a long, thin matrix still has to be seen and hit
        this.width = Math.max(14, Math.round(cell * plane.cols()));
        this.height = Math.max(14, Math.round(cell * plane.rows()));
        getStyleClass().add("nw-heat-map");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::aim);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::aim);
    }

    private void aim(MouseEvent e) {
        int row = (int) (e.getY() / height * plane.rows()) - grid.rowsShown() / 2;
        int col = (int) (e.getX() / width * plane.cols()) - grid.colsShown() / 2;
        grid.moveTo(row, col);
        e.consume();
    }

    @Override
    protected double computePrefWidth(double h) {
        return width;
    }

    @Override
    protected double computePrefHeight(double w) {
        return height;
    }

    @Override
    protected double computeMinWidth(double h) {
        return width;
    }

    @Override
    protected double computeMinHeight(double w) {
        return height;
    }

    @Override
    protected double computeMaxWidth(double h) {
        return width;
    }

    @Override
    protected double computeMaxHeight(double w) {
        return height;
    }

    @Override
    void paint(GraphicsContext g) {
        int down = (int) Math.min(plane.rows(), height);
        int across = (int) Math.min(plane.cols(), width);
        double h = height / down;
        double w = width / across;
        double largest = plane.numbers().largest();
        for (int r = 0; r < down; r++) {
            for (int c = 0; c < across; c++) {
                g.setFill(heat(strongest(r, c, down, across), largest));
                // a hair more than the cell, so that no seams show
                g.fillRect(c * w, r * h, w + 0.5, h + 0.5);
            }
        }
        double x = width * grid.firstCol() / plane.cols();
        double y = height * grid.firstRow() / plane.rows();
        g.setStroke(ring());
        g.setLineWidth(1.5);
        g.strokeRect(
                Math.max(0.75, x),
                Math.max(0.75, y),
                Math.min(width - 0.75, x + width * grid.colsShown() / plane.cols()) - Math.max(0.75, x),
                Math.min(height - 0.75, y + height * grid.rowsShown() / plane.rows()) - Math.max(0.75, y));
    }

    /// @return of the numbers that share a dot of the map, the one that matters most; of many, a few are looked at
    private double strongest(int r, int c, int down, int across) {
        int fromRow = r * plane.rows() / down;
        int toRow = Math.max(fromRow + 1, (r + 1) * plane.rows() / down);
        int fromCol = c * plane.cols() / across;
        int toCol = Math.max(fromCol + 1, (c + 1) * plane.cols() / across);
        int stepRow = Math.max(1, (toRow - fromRow) / 4);
        int stepCol = Math.max(1, (toCol - fromCol) / 4);
        double strongest = 0;
        for (int i = fromRow; i < toRow; i += stepRow) {
            for (int j = fromCol; j < toCol; j += stepCol) {
                double v = plane.get(i, j);
                if (Math.abs(v) > Math.abs(strongest)) {
                    strongest = v;
                }
            }
        }
        return strongest;
    }
}
