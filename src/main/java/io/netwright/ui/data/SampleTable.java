package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.Part;
import io.netwright.data.Target;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Samples as rows: what is to be predicted, their features, and the part they belong to.
final class SampleTable extends VBox {

    private static final int MOST_ROWS = 500;

    /// More columns than these nobody reads; the report names them all.
    private static final int MOST_COLUMNS = 60;

    private final Words words;
    private final TableView<Integer> table = new TableView<>();
    private final Label more = Icons.label(Styles.MUTED, Styles.SMALL);

    SampleTable(Words words) {
        super(6);
        this.words = words;
        table.setId("sample-table");
        table.getStyleClass().add("nw-data-table");
        table.setFixedCellSize(28);
        VBox.setVgrow(table, Priority.ALWAYS);
        more.setWrapText(true);
        getChildren().addAll(table, more);
    }

    void show(Samples samples) {
        DataSet set = samples.set();
        List<TableColumn<Integer, ?>> columns = new ArrayList<>();
        columns.add(column(words.now("panels.data.table.row"), 50, true, i -> Integer.toString(i + 1)));
        columns.addAll(targets(set.target()));
        int width = Math.min(set.width(), MOST_COLUMNS);
        for (int c = 0; c < width; c++) {
            int feature = c;
            String name = set.featureNames().isEmpty()
                    ? Integer.toString(c)
                    : set.featureNames().get(c);
            columns.add(column(name, width(name), true, i -> Samples.number(set.feature(i, feature))));
        }
        Part[] parts = new Part[set.size()];
        for (Part part : Part.values()) {
            Arrays.stream(samples.data().split().of(part)).forEach(i -> parts[i] = part);
        }
        columns.add(column(words.now("panels.data.table.part"), 84, false, i -> words.now(parts[i].label())));
        table.getColumns().setAll(columns);
        int rows = Math.min(samples.chosen().length, MOST_ROWS);
        table.getItems()
                .setAll(IntStream.range(0, rows)
                        .mapToObj(i -> samples.chosen()[i])
                        .toList());
        more.setText(words.now("panels.data.table.more", rows, samples.chosen().length, width, set.width()));
        more.setVisible(rows < samples.chosen().length || width < set.width());
        more.setManaged(more.isVisible());
    }

    private List<TableColumn<Integer, ?>> targets(Target target) {
        return switch (target) {
            case Target.Classes c -> {
                int longest =
                        c.classNames().stream().mapToInt(String::length).max().orElse(0);
                yield List.of(target(
                        words.now("panels.data.table.class"),
                        Math.max(84, Math.min(200, 8 * longest + 30)),
                        false,
                        i -> c.classNames().get(c.labels()[i])));
            }
            case Target.Values v -> numbers(v.names(), v.values());
            case Target.Probabilities p ->
                numbers(
                        p.classNames().stream()
                                .map(n -> words.now("panels.data.class", n))
                                .toList(),
                        p.values());
            case Target.Next _, Target.None _ -> List.of();
        };
    }

    private List<TableColumn<Integer, ?>> numbers(List<String> names, double[] values) {
        List<TableColumn<Integer, ?>> columns = new ArrayList<>();
        for (int k = 0; k < Math.min(names.size(), MOST_COLUMNS); k++) {
            int at = k;
            columns.add(target(
                    names.get(k), width(names.get(k)), true, i -> Samples.number(values[i * names.size() + at])));
        }
        return columns;
    }

    private static double width(String name) {
        return Math.clamp(6.4 * name.length() + 26, 76, 240);
    }

    private static TableColumn<Integer, String> target(
            String name, double width, boolean number, IntFunction<String> text) {
        TableColumn<Integer, String> column = column(name, width, number, text);
        column.getStyleClass().add("nw-data-target");
        return column;
    }

    private static TableColumn<Integer, String> column(
            String name, double width, boolean number, IntFunction<String> text) {
        TableColumn<Integer, String> column = new TableColumn<>(name);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        if (number) {
            column.getStyleClass().add("nw-data-number");
        }
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}
