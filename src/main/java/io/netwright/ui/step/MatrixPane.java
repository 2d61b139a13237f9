package io.netwright.ui.step;

import io.netwright.op.explain.Expr;
import io.netwright.step.AttentionScores;
import io.netwright.step.Operand.Source;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.step.Equation.Matrix;
import io.netwright.ui.step.Plane.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A matrix with its name, its sizes and where it comes from above it, and below it what chooses the part that is
/// shown.
final class MatrixPane extends VBox {

    private static final List<String> AXES = List.of("step.axis.outer", "step.axis.channel", "step.axis.depth");

    private static final double LEGEND = 300;

    private final Matrix matrix;
    private final Words words;
    private final @Nullable AttentionScores scores;
    private final List<Integer> lead;
    private final VBox body = new VBox(8);
    private final List<Picker> pickers = new ArrayList<>();
    private MatrixGrid grid;
    private @Nullable HeatMap map;
    private int rows = Integer.MAX_VALUE;
    private int cols = Integer.MAX_VALUE;
    private int sample;
    private List<Expr.Ref> lit = List.of();
    private @Nullable List<Integer> chosen;
    private @Nullable List<Integer> crossed;
    private BiConsumer<List<Integer>, Boolean> picked = (at, twice) -> {};

    /// @param scores what the numbers are where each belongs to a query and a key of attention; null elsewhere
    /// @param sample the sample that is looked at
    /// @param goTo   goes to a frame
    MatrixPane(Matrix matrix, @Nullable AttentionScores scores, Words words, int sample, IntConsumer goTo) {
        super(6);
        this.scores = scores;
        this.matrix = matrix;
        this.words = words;
        this.sample = sample;
        getStyleClass().add("nw-matrix");
        if (matrix.result()) {
            getStyleClass().add("nw-matrix-result");
        }
        int leads = Plane.leads(matrix.numbers());
        this.lead = new ArrayList<>(Collections.nCopies(leads, 0));
        if (leads > 0 && matrix.batched()) {
            lead.set(0, Math.min(sample, matrix.numbers().dims()[0] - 1));
        }
        getChildren().add(caption(goTo));
        if (scores != null) {
            Label legend = words.bind(Icons.label(Styles.FAINT, Styles.SMALL, "nw-step-legend"), "step.attention");
            legend.setWrapText(true);
            legend.setMaxWidth(LEGEND);
            getChildren().add(legend);
        }
        getChildren().add(body);
        for (int axis = matrix.batched() ? 1 : 0; axis < leads; axis++) {
            if (matrix.numbers().dims()[axis] > 1) {
                pickers.add(picker(axis));
            }
        }
        this.grid = makeGrid();
        fill();
    }

    private HBox caption(IntConsumer goTo) {
        HBox line = new HBox(8, new Formula(matrix.name(), 16));
        line.setAlignment(Pos.BASELINE_LEFT);
        Label sizes = Icons.label(Styles.FAINT, Styles.SMALL, Styles.MONO);
        int[] dims = matrix.numbers().dims();
        sizes.setText(
                dims.length == 0
                        ? "1"
                        : Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining(" × ")));
        line.getChildren().add(sizes);
        Source source = matrix.source();
        if (source instanceof Source.OfFrame(int index, String node)) {
            Hyperlink link = new Hyperlink();
            link.getStyleClass().add("nw-step-origin");
            link.textProperty().bind(words.text("step.origin.frame", node));
            link.setOnAction(e -> {
                link.setVisited(false);
                goTo.accept(index);
            });
            line.getChildren().add(link);
        } else if (source != null) {
            Label from = Icons.label(Styles.FAINT, Styles.SMALL);
            switch (source) {
                case Source.OfParameter(String name, String node) -> words.bind(from, "step.origin.parameter", name);
                case Source.OfState(String name, String node) -> words.bind(from, "step.origin.state", name);
                case Source.OfData(String node, boolean target) ->
                    words.bind(from, target ? "step.origin.target" : "step.origin.data");
                case Source.OfRule r -> words.bind(from, "step.origin.rule");
                case Source.OfFrame f -> {}
            }
            line.getChildren().add(from);
        }
        return line;
    }

    private Picker picker(int axis) {
        // a weight's outer axis counts filters; what comes behind counts channels
        Picker picker = new Picker(
                "step-axis-" + axis,
                scores != null ? "step.axis.head" : AXES.get(Math.min(axis, AXES.size() - 1)),
                0,
                false,
                words,
                which -> setLead(axis, which));
        picker.show(lead.get(axis), matrix.numbers().dims()[axis]);
        picker.setUserData(axis);
        return picker;
    }

    private MatrixGrid makeGrid() {
        Plane plane = new Plane(matrix.numbers(), lead);
        MatrixGrid made = new MatrixGrid(plane);
        made.window(rows, cols);
        made.onPicked((cell, twice) -> picked.accept(
                Arrays.stream(plane.index(cell.row(), cell.col())).boxed().toList(), twice));
        made.mark(hasSampleRows() ? sample : -1);
        AttentionScores of = scores;
        if (of != null) {
            made.mask(cell -> of.isMasked(plane.index(cell.row(), cell.col())));
        }
        return made;
    }

    private void fill() {
        map = grid.isWhole() ? null : new HeatMap(new Plane(matrix.numbers(), lead), grid);
        HeatMap shown = map;
        grid.onMoved(g -> {
            if (shown != null) {
                shown.requestLayout();
            }
        });
        body.getChildren().setAll(grid);
        if (shown != null || !pickers.isEmpty()) {
            VBox choices = new VBox(4);
            choices.getChildren().addAll(pickers);
            HBox below = new HBox(12);
            if (shown != null) {
                below.getChildren().add(shown);
            }
            if (!pickers.isEmpty()) {
                below.getChildren().add(choices);
            }
            below.getStyleClass().add("nw-matrix-below");
            body.getChildren().add(below);
        }
    }

    private void setLead(int axis, int which) {
        if (lead.get(axis) != which) {
            lead.set(axis, which);
            remake();
        }
    }

    private void remake() {
        int row = grid.firstRow();
        int col = grid.firstCol();
        grid = makeGrid();
        grid.moveTo(row, col);
        for (Picker p : pickers) {
            int axis = (Integer) p.getUserData();
            p.show(lead.get(axis), matrix.numbers().dims()[axis]);
        }
        fill();
        ring();
    }

    /// Hides the numbers, and keeps their place.
    void conceal(boolean hidden) {
        body.setVisible(!hidden);
    }

    Matrix matrix() {
        return matrix;
    }

    /// @return the width of one column
    double columnWidth() {
        return grid.cellWidth();
    }

    /// @return the columns that there are
    int columns() {
        return new Plane(matrix.numbers(), lead).cols();
    }

    double widthOf(int columns) {
        return Math.max(grid.widthOf(columns), pickers.isEmpty() ? 0 : 160);
    }

    /// Shows at most so many rows and columns.
    void window(int mostRows, int mostCols) {
        if (mostRows == rows && mostCols == cols) {
            return;
        }
        rows = mostRows;
        cols = mostCols;
        grid.window(rows, cols);
        fill();
        reveal();
    }

    /// @param listener hears of each element that is clicked, and whether twice
    void onPicked(BiConsumer<List<Integer>, Boolean> listener) {
        picked = listener;
    }

    /// Looks at another sample.
    void setSample(int which) {
        sample = which;
        if (matrix.batched() && !lead.isEmpty()) {
            setLead(0, Math.min(which, matrix.numbers().dims()[0] - 1));
        } else if (hasSampleRows()) {
            grid.mark(which);
        }
    }

    private boolean hasSampleRows() {
        return matrix.batched()
                && lead.isEmpty()
                && !matrix.numbers().isTransposed()
                && matrix.numbers().rank() > 1;
    }

    /// Rings the element that is asked about, if this holds it.
    void choose(@Nullable List<Integer> at) {
        chosen = at;
        if (at != null) {
            follow(at);
        }
        ring();
        reveal();
    }

    /// Rings the query's row and the key's column of one score, where this holds scores; null rings none.
    ///
    /// @param at sample, head, query, key
    void cross(@Nullable List<Integer> at) {
        if (scores == null) {
            return;
        }
        crossed = at;
        if (at != null) {
            follow(at);
        }
        ring();
        reveal();
    }

    /// Rings those of an explanation's elements that are this matrix's, and brings the first of them into sight.
    void light(List<Expr.Ref> refs) {
        lit = refs.stream().filter(r -> matrix.operands().contains(r.input())).toList();
        if (chosen == null && !lit.isEmpty() && !matrix.result()) {
            follow(lit.getFirst().index());
        }
        ring();
        reveal();
    }

    /// Stresses the element that `ref` is; null, or another matrix's element, stresses none.
    void pointAt(Expr.@Nullable Ref ref) {
        boolean mine = ref != null && matrix.operands().contains(ref.input()) && plane().contains(ref.index());
        if (ref != null && mine) {
            Cell cell = plane().cell(ref.index());
            grid.pointAt(cell);
            grid.reveal(cell);
        } else {
            grid.pointAt(null);
        }
    }

    private Plane plane() {
        return new Plane(matrix.numbers(), lead);
    }

    /// Turns to the plane that holds an element.
    private void follow(List<Integer> at) {
        if (!lead.isEmpty() && !at.subList(0, lead.size()).equals(lead)) {
            for (int axis = 0; axis < lead.size(); axis++) {
                lead.set(axis, at.get(axis));
            }
            remake();
        }
    }

    private void ring() {
        Plane plane = plane();
        Set<Cell> cells = new HashSet<>();
        for (Expr.Ref ref : lit) {
            if (plane.contains(ref.index())) {
                cells.add(plane.cell(ref.index()));
            }
        }
        grid.light(cells);
        grid.cross(crossed != null && plane.contains(crossed) ? plane.cell(crossed) : null);
        grid.choose(chosen != null && plane.contains(chosen) ? plane.cell(chosen) : null);
    }

    private void reveal() {
        Plane plane = plane();
        if (chosen != null && plane.contains(chosen)) {
            grid.reveal(plane.cell(chosen));
        } else {
            lit.stream()
                    .filter(r -> plane.contains(r.index()))
                    .findFirst()
                    .ifPresent(r -> grid.reveal(plane.cell(r.index())));
        }
    }
}
