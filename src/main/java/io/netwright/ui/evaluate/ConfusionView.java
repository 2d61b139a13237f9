package io.netwright.ui.evaluate;

import io.netwright.train.ConfusionMatrix;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which class was taken for which: a row an actual class, a column a predicted one, each cell its count; right answers
/// in one colour, wrong ones in another, the stronger the larger their share of the row.
final class ConfusionView extends VBox {

    private static final double CELL_HEIGHT = 36;
    /// All columns together where they have the room: few classes have broad cells, many have narrow ones.
    private static final double COLUMNS = 440;
    private static final double NARROWEST = 42;
    private static final double BROADEST = 96;
    private static final double ROW_NAME = 120;

    /// Called with the class of samples and the class that they were taken for.
    interface Chosen {
        void cell(int actual, int predicted);
    }

    ConfusionView(Words words, ConfusionMatrix matrix, Chosen chosen) {
        super(8);
        setId("confusion");
        getStyleClass().addAll(Styles.CARD, "nw-confusion");
        GridPane grid = new GridPane(3, 3);
        grid.setAlignment(Pos.TOP_LEFT);
        int n = matrix.classes().size();
        double width = Math.clamp(COLUMNS / n, NARROWEST, BROADEST);
        for (int i = 0; i < n; i++) {
            grid.add(name(matrix.classes().get(i), HPos.CENTER, width), i + 1, 0);
            grid.add(name(matrix.classes().get(i), HPos.RIGHT, ROW_NAME), 0, i + 1);
            long total = 0;
            for (int j = 0; j < n; j++) {
                total += matrix.count(i, j);
            }
            for (int j = 0; j < n; j++) {
                StackPane cell = cell(words, matrix, i, j, total);
                cell.setMinSize(width, CELL_HEIGHT);
                int actual = i;
                int predicted = j;
                cell.setOnMouseClicked(e -> chosen.cell(actual, predicted));
                grid.add(cell, j + 1, i + 1);
            }
        }
        Label caption = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.evaluate.confusionHelp");
        caption.setWrapText(true);
        getChildren().addAll(words.bind(Icons.label(Styles.TITLE), "panels.evaluate.confusion"), caption, grid);
    }

    private static Label name(String text, HPos side, double width) {
        Label label = Icons.label(Styles.MUTED, Styles.SMALL);
        label.setText(text);
        label.setTooltip(new Tooltip(text));
        label.setMaxWidth(width);
        GridPane.setHalignment(label, side);
        label.setAlignment(side == HPos.CENTER ? Pos.CENTER : Pos.CENTER_RIGHT);
        return label;
    }

    private static StackPane cell(Words words, ConfusionMatrix matrix, int actual, int predicted, long total) {
        long count = matrix.count(actual, predicted);
        double share = total == 0 ? 0 : (double) count / total;
        Region tint = new Region();
        tint.getStyleClass().add(actual == predicted ? "nw-confusion-right" : "nw-confusion-wrong");
        // a single mistake among many right answers must not vanish
        tint.setOpacity(count == 0 ? 0 : 0.15 + 0.4 * share);
        Label number = Icons.label(Styles.MONO, Styles.SMALL, count == 0 ? Styles.FAINT : Styles.STRONG);
        number.setId("confusion-" + actual + "-" + predicted);
        number.setText(Figures.count(count));
        StackPane cell = new StackPane(tint, number);
        cell.getStyleClass().add("nw-confusion-cell");
        cell.setId("cell-" + actual + "-" + predicted);
        Tooltip.install(
                cell,
                words.tooltip(
                        "panels.evaluate.cell",
                        count,
                        matrix.classes().get(actual),
                        matrix.classes().get(predicted),
                        String.format(Locale.ENGLISH, "%.1f %%", 100 * share)));
        return cell;
    }
}
