package io.netwright.ui.property;

import io.netwright.network.PropValue;
import io.netwright.tensor.Shape;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Numbers in rows: a grid of cells where they are few, a text with one row a line where they are many. A last axis is
/// a row, as in the engine's matrices.
final class MatrixEditor extends VBox {

    /// More columns or cells than this are edited as text.
    private static final int MOST_COLUMNS = 5;

    private static final int MOST_CELLS = 60;

    private final Consumer<PropValue> write;
    private final Runnable done;
    private final Button fit = new Button();
    private final Words words;
    private List<List<PropValue>> rows = List.of();
    private @Nullable Shape wanted;

    /// @param write hears of each change: a list of rows
    /// @param done  hears when a cell is left
    MatrixEditor(Words words, Consumer<PropValue> write, Runnable done) {
        this.words = words;
        this.write = write;
        this.done = done;
        setSpacing(6);
        fit.setId("matrix-fit");
        fit.setOnAction(e -> resize());
    }

    /// @param shape of the parameter; null where it is not known
    /// @return as many zeros, in rows
    static PropValue zeros(@Nullable Shape shape) {
        int columns = columns(shape);
        int height = shape == null ? 1 : shape.elementsPerSample() / columns;
        List<PropValue> rows = new ArrayList<>();
        for (int r = 0; r < height; r++) {
            rows.add(PropValue.reals(new double[columns]));
        }
        return new PropValue.ListOf(rows);
    }

    private static int columns(@Nullable Shape shape) {
        return shape == null || shape.rank() == 0 ? 1 : shape.size(-1);
    }

    /// Shows the values, nested or flat.
    void show(PropValue values, @Nullable Shape shape) {
        rows = rowsOf(values, columns(shape));
        fill();
        fit(shape);
    }

    /// Offers to bring the values to the parameter's size, where they have another.
    void fit(@Nullable Shape shape) {
        wanted = shape;
        int columns = columns(shape);
        int height = shape == null ? 0 : shape.elementsPerSample() / columns;
        boolean fits = shape == null || (rows.size() == height && rows.stream().allMatch(r -> r.size() == columns));
        getChildren().remove(fit);
        if (!fits) {
            fit.textProperty().bind(words.text("design.inspector.fit", height + " × " + columns));
            getChildren().add(fit);
        }
    }

    private void resize() {
        int columns = columns(wanted);
        int height = wanted == null ? 1 : wanted.elementsPerSample() / columns;
        List<List<PropValue>> resized = new ArrayList<>();
        for (int r = 0; r < height; r++) {
            List<PropValue> row = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                boolean there = r < rows.size() && c < rows.get(r).size();
                row.add(there ? rows.get(r).get(c) : PropValue.of(0.0));
            }
            resized.add(row);
        }
        rows = resized;
        fill();
        fit(wanted);
        commit();
        done.run();
    }

    private static List<List<PropValue>> rowsOf(PropValue values, int columns) {
        if (!(values instanceof PropValue.ListOf(List<PropValue> list))) {
            return List.of(new ArrayList<>(List.of(values)));
        }
        List<List<PropValue>> rows = new ArrayList<>();
        if (list.stream().allMatch(PropValue.ListOf.class::isInstance)) {
            for (PropValue row : list) {
                rows.addAll(innermost((PropValue.ListOf) row));
            }
            return rows;
        }
        for (int from = 0; from < list.size(); from += columns) {
            rows.add(new ArrayList<>(list.subList(from, Math.min(list.size(), from + columns))));
        }
        return rows;
    }

    private static List<List<PropValue>> innermost(PropValue.ListOf list) {
        if (!list.values().isEmpty() && list.values().stream().allMatch(PropValue.ListOf.class::isInstance)) {
            return list.values().stream()
                    .flatMap(v -> innermost((PropValue.ListOf) v).stream())
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        return List.of(new ArrayList<>(list.values()));
    }

    private void fill() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        // a single row is broken into lines
        boolean narrow = columns <= MOST_COLUMNS || rows.size() == 1;
        boolean few = narrow && columns * rows.size() <= MOST_CELLS;
        getChildren().setAll(few ? grid() : text());
    }

    private Node grid() {
        GridPane grid = new GridPane(3, 3);
        grid.getStyleClass().add("nw-matrix");
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                grid.add(cell(r, c), c % MOST_COLUMNS, r + c / MOST_COLUMNS);
            }
        }
        return grid;
    }

    private TextField cell(int r, int c) {
        TextField cell = new TextField(PropText.format(rows.get(r).get(c)));
        cell.setId("matrix-" + r + "-" + c);
        cell.getStyleClass().addAll(Styles.MONO, "nw-matrix-cell");
        mark(cell, rows.get(r).get(c));
        cell.textProperty().addListener((property, was, is) -> {
            PropValue value = PropText.real(is.strip(), PropValue.of(is.strip()));
            rows.get(r).set(c, value);
            mark(cell, value);
            commit();
        });
        cell.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                done.run();
            }
        });
        return cell;
    }

    private static void mark(Node cell, PropValue value) {
        cell.getStyleClass().remove(Styles.INVALID);
        if (value instanceof PropValue.Text) {
            cell.getStyleClass().add(Styles.INVALID);
        }
    }

    private TextArea text() {
        TextArea area = new TextArea(rows.stream()
                .map(row -> row.stream().map(PropText::format).collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n")));
        area.setId("matrix-text");
        area.getStyleClass().addAll(Styles.MONO, Styles.SMALL);
        area.setPrefRowCount(6);
        area.textProperty().addListener((property, was, is) -> {
            rows = is.lines()
                    .filter(line -> !line.isBlank())
                    .map(MatrixEditor::row)
                    .toList();
            commit();
            fit(wanted);
        });
        area.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                done.run();
            }
        });
        return area;
    }

    private static List<PropValue> row(String line) {
        List<PropValue> row = new ArrayList<>();
        for (String part : line.strip().split("[\\s,;]+")) {
            row.add(PropText.real(part, PropValue.of(part)));
        }
        return row;
    }

    private void commit() {
        List<PropValue> list = new ArrayList<>();
        rows.forEach(row -> list.add(new PropValue.ListOf(row)));
        // a parameter with one axis is one list
        boolean flat = wanted != null && wanted.rank() <= 1 && list.size() == 1;
        write.accept(flat ? list.getFirst() : new PropValue.ListOf(list));
    }
}
