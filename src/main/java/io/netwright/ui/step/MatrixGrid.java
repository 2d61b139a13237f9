package io.netwright.ui.step;

import io.netwright.step.NumberText;
import io.netwright.ui.step.Plane.Cell;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A matrix of numbers, or the window of it that fits: cells in the colour of their number, with row and column numbers
/// at the edges. The wheel moves the window.
final class MatrixGrid extends HeatRegion {

    static final double ROW_HEIGHT = 28;
    private static final double GAP = 3;
    private static final double RADIUS = 5;
    /// A matrix of more numbers shows fewer digits of each; all of them are in the explanation.
    private static final int FEW = 16;

    /// Between the lines of what is hatched.
    private static final double HATCH = 7;

    private static final double LEFT = 20;
    private static final double TOP = 15;
    private static final Font NUMBER = Font.font("JetBrains Mono", 12);
    private static final Font EDGE = Font.font("JetBrains Mono", 9.5);

    private final Plane plane;
    private final int decimals;
    private final double largest;
    private final double cellWidth;
    private int rows;
    private int cols;
    private int fromRow;
    private int fromCol;
    private Set<Cell> lit = Set.of();
    private @Nullable Cell pointedAt;
    private @Nullable Cell chosen;
    private int sample = -1;
    private Predicate<Cell> masked = cell -> false;
    private @Nullable Cell crossed;
    private BiConsumer<Cell, Boolean> picked = (cell, twice) -> {};
    private Consumer<MatrixGrid> moved = g -> {};

    MatrixGrid(Plane plane) {
        this.plane = plane;
        this.largest = plane.numbers().largest();
        boolean few = plane.rows() * plane.cols() <= FEW;
        this.decimals = NumberText.decimals(plane.numbers(), few ? 4 : 3);
        this.cellWidth = Math.max(44, Math.ceil(widest() + 16));
        this.rows = plane.rows();
        this.cols = plane.cols();
        getStyleClass().add("nw-matrix-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    private double widest() {
        boolean negative = false;
        for (int r = 0; r < Math.min(plane.rows(), 64) && !negative; r++) {
            for (int c = 0; c < Math.min(plane.cols(), 64) && !negative; c++) {
                negative = plane.get(r, c) < 0;
            }
        }
        Text text = new Text((negative ? "−" : "") + NumberText.fixed(largest, decimals));
        text.setFont(NUMBER);
        return text.getLayoutBounds().getWidth();
    }

    double cellWidth() {
        return cellWidth + GAP;
    }

    /// @return the width of the grid with that many columns
    double widthOf(int columns) {
        return LEFT + columns * cellWidth();
    }

    /// Shows at most so many rows and columns.
    void window(int mostRows, int mostCols) {
        rows = Math.min(plane.rows(), Math.max(1, mostRows));
        cols = Math.min(plane.cols(), Math.max(1, mostCols));
        moveTo(fromRow, fromCol);
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    boolean isWhole() {
        return rows == plane.rows() && cols == plane.cols();
    }

    int rowsShown() {
        return rows;
    }

    int colsShown() {
        return cols;
    }

    int firstRow() {
        return fromRow;
    }

    int firstCol() {
        return fromCol;
    }

    /// Moves the window so that it begins there, as far as it goes.
    void moveTo(int row, int col) {
        fromRow = Math.clamp(row, 0, plane.rows() - rows);
        fromCol = Math.clamp(col, 0, plane.cols() - cols);
        requestLayout();
        moved.accept(this);
    }

    /// Moves the window as little as needed for `cell` to be in it.
    void reveal(Cell cell) {
        int row = cell.row() < fromRow || cell.row() >= fromRow + rows ? cell.row() - rows / 2 : fromRow;
        int col = cell.col() < fromCol || cell.col() >= fromCol + cols ? cell.col() - cols / 2 : fromCol;
        moveTo(row, col);
    }

    /// @param listener hears of each move of the window
    void onMoved(Consumer<MatrixGrid> listener) {
        moved = listener;
    }

    /// @param listener hears which cell was clicked, and whether twice
    void onPicked(BiConsumer<Cell, Boolean> listener) {
        picked = listener;
    }

    /// Rings cells.
    void light(Set<Cell> cells) {
        lit = Set.copyOf(cells);
        requestLayout();
    }

    /// Rings one cell as the one that is asked about; null rings none.
    void choose(@Nullable Cell cell) {
        chosen = cell;
        requestLayout();
    }

    /// Stresses one cell; null stresses none.
    void pointAt(@Nullable Cell cell) {
        pointedAt = cell;
        requestLayout();
    }

    /// Marks the row of a sample; -1 marks none.
    void mark(int row) {
        sample = row;
        requestLayout();
    }

    /// Hatches cells that make no difference, in place of their numbers.
    void mask(Predicate<Cell> which) {
        masked = which;
        requestLayout();
    }

    boolean isMasked(Cell cell) {
        return masked.test(cell);
    }

    /// Rings the row and the column of a cell; null rings none.
    void cross(@Nullable Cell cell) {
        crossed = cell;
        requestLayout();
    }

    Set<Cell> lit() {
        return lit;
    }

    @Nullable
    Cell crossed() {
        return crossed;
    }

    private void click(MouseEvent e) {
        int col = (int) Math.floor((e.getX() - LEFT) / cellWidth());
        int row = (int) Math.floor((e.getY() - TOP) / (ROW_HEIGHT + GAP));
        if (col >= 0 && col < cols && row >= 0 && row < rows) {
            picked.accept(new Cell(fromRow + row, fromCol + col), e.getClickCount() > 1);
            e.consume();
        }
    }

    private void scroll(ScrollEvent e) {
        if (isWhole()) {
            return;
        }
        int down = (int) -Math.signum(e.getDeltaY());
        int right = (int) -Math.signum(e.getDeltaX());
        boolean sideways = e.isShiftDown() || rows == plane.rows();
        int row = fromRow;
        int col = fromCol;
        moveTo(fromRow + (sideways ? 0 : down), fromCol + right + (sideways ? down : 0));
        if (row != fromRow || col != fromCol) {
            e.consume();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthOf(cols);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + rows * (ROW_HEIGHT + GAP);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    void paint(GraphicsContext g) {
        g.setTextBaseline(VPos.CENTER);
        edges(g);
        g.setFont(NUMBER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                double value = plane.get(fromRow + r, fromCol + c);
                double x = LEFT + c * cellWidth();
                double y = TOP + r * (ROW_HEIGHT + GAP);
                Cell cell = new Cell(fromRow + r, fromCol + c);
                boolean hatched = masked.test(cell);
                g.setFill(heat(hatched ? 0 : value, largest));
                g.fillRoundRect(x, y, cellWidth, ROW_HEIGHT, 2 * RADIUS, 2 * RADIUS);
                g.setStroke(line());
                g.setLineWidth(1);
                g.strokeRoundRect(x + 0.5, y + 0.5, cellWidth - 1, ROW_HEIGHT - 1, 2 * RADIUS - 1, 2 * RADIUS - 1);
                if (hatched) {
                    hatch(g, x, y);
                } else {
                    g.setFill(ink());
                    g.fillText(NumberText.fixed(value, decimals), x + cellWidth - 8, y + ROW_HEIGHT / 2);
                }
                ring(g, cell, x, y);
            }
        }
        cross(g);
    }

    private void hatch(GraphicsContext g, double x, double y) {
        g.setStroke(faint());
        for (double d = HATCH; d < cellWidth + ROW_HEIGHT; d += HATCH) {
            g.strokeLine(
                    x + Math.max(0, d - ROW_HEIGHT),
                    y + Math.min(d, ROW_HEIGHT),
                    x + Math.min(d, cellWidth),
                    y + Math.max(0, d - cellWidth));
        }
    }

    private void cross(GraphicsContext g) {
        Cell at = crossed;
        if (at == null) {
            return;
        }
        g.setStroke(ring());
        g.setLineWidth(1.5);
        double step = ROW_HEIGHT + GAP;
        if (at.row() >= fromRow && at.row() < fromRow + rows) {
            g.strokeRect(LEFT - 1, TOP + (at.row() - fromRow) * step - 1, cols * cellWidth() - GAP + 2, ROW_HEIGHT + 2);
        }
        if (at.col() >= fromCol && at.col() < fromCol + cols) {
            g.strokeRect(LEFT + (at.col() - fromCol) * cellWidth() - 1, TOP - 1, cellWidth + 2, rows * step - GAP + 2);
        }
    }

    private void edges(GraphicsContext g) {
        if (plane.numbers().rank() == 0) {
            return;
        }
        g.setFont(EDGE);
        g.setTextAlign(TextAlignment.CENTER);
        for (int c = 0; c < cols; c++) {
            g.setFill(faint());
            g.fillText(Integer.toString(fromCol + c), LEFT + c * cellWidth() + cellWidth / 2, TOP / 2 - 1);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        for (int r = 0; r < rows; r++) {
            boolean marked = fromRow + r == sample;
            g.setFill(marked ? ring() : faint());
            double y = TOP + r * (ROW_HEIGHT + GAP) + ROW_HEIGHT / 2;
            g.fillText(Integer.toString(fromRow + r), LEFT - 6, y);
        }
    }

    private void ring(GraphicsContext g, Cell cell, double x, double y) {
        boolean asked = cell.equals(chosen);
        boolean pointed = cell.equals(pointedAt);
        if (!asked && !pointed && !lit.contains(cell)) {
            return;
        }
        double thick = pointed ? 2.5 : asked ? 2 : 1.25;
        g.setStroke(pointed ? ink() : ring());
        g.setLineWidth(thick);
        double in = thick / 2;
        g.strokeRoundRect(x + in, y + in, cellWidth - thick, ROW_HEIGHT - thick, 2 * RADIUS, 2 * RADIUS);
    }
}
