package io.netwright.ui.data;

import io.netwright.data.Choice;
import io.netwright.data.ColumnUse;
import io.netwright.data.DataReport;
import io.netwright.data.DataSource;
import io.netwright.data.LoadedData;
import io.netwright.data.csv.ColumnProfile;
import io.netwright.data.csv.CsvFile;
import io.netwright.ui.Figures;
import io.netwright.ui.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The columns of a file: what each holds, what is missing, how it is taken, and what became of it.
final class ColumnsTable extends TableView<ColumnProfile> {

    private static final int LINES_SHOWN = 12;
    private static final int FEATURES_SHOWN = 40;

    private final DataViewModel model;
    private final Words words;

    ColumnsTable(DataViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("columns-table");
        getStyleClass().add("nw-data-table");
        setFixedCellSize(36);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    void show(CsvFile file) {
        TableColumn<ColumnProfile, String> name = text("panels.data.columns.name", 104, ColumnProfile::name, c -> null);
        TableColumn<ColumnProfile, String> holds =
                text("panels.data.columns.holds", 72, c -> words.now(c.type().label()), c -> null);
        TableColumn<ColumnProfile, String> missing =
                text("panels.data.columns.missing", 70, c -> Figures.count(c.missing()), this::missingLines);
        missing.getStyleClass().add("nw-data-number");
        TableColumn<ColumnProfile, ColumnProfile> use = new TableColumn<>(words.now("panels.data.columns.use"));
        use.setPrefWidth(124);
        use.setMinWidth(124);
        use.setSortable(false);
        use.setReorderable(false);
        use.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        use.setCellFactory(column -> new UseCell());
        TableColumn<ColumnProfile, String> becomes =
                text("panels.data.columns.becomes", 180, this::becomes, this::features);
        getColumns().setAll(List.of(name, holds, missing, use, becomes));
        getItems().setAll(file.columns());
    }

    private @Nullable String missingLines(ColumnProfile column) {
        return column.missing() == 0 ? null : words.now("panels.data.lines", lines(column.missingLines()));
    }

    /// @return `3, 7, 12` and so on, cut where it would get too long
    static String lines(List<Integer> lines) {
        String text = String.join(
                ", ",
                lines.stream().limit(LINES_SHOWN).map(n -> Integer.toString(n)).toList());
        return lines.size() > LINES_SHOWN ? text + ", …" : text;
    }

    private DataReport.@Nullable Column report(ColumnProfile column) {
        LoadedData data = model.shownProperty().get();
        // what is shown may be of another source, while something is wrong with this one
        return data == null || !(data.spec().source() instanceof DataSource.Csv)
                ? null
                : data.report().columns().stream()
                        .filter(c -> c.name().equals(column.name()))
                        .findFirst()
                        .orElse(null);
    }

    private String becomes(ColumnProfile column) {
        DataReport.Column report = report(column);
        if (report == null) {
            return Figures.NONE;
        }
        return report.role() == DataReport.Role.ONE_HOT
                ? words.now("panels.data.columns.oneHot", report.features().size())
                : words.now(report.role().label());
    }

    private @Nullable String features(ColumnProfile column) {
        DataReport.Column report = report(column);
        if (report == null) {
            return null;
        }
        return report.role() != DataReport.Role.ONE_HOT
                ? words.now(report.role().label())
                : String.join(
                        "\n", report.features().stream().limit(FEATURES_SHOWN).toList());
    }

    private TableColumn<ColumnProfile, String> text(
            String key,
            double width,
            Function<ColumnProfile, String> text,
            Function<ColumnProfile, @Nullable String> tooltip) {
        TableColumn<ColumnProfile, String> column = new TableColumn<>(words.now(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                ColumnProfile profile =
                        getTableRow() == null ? null : getTableRow().getItem();
                String more = empty || profile == null ? null : tooltip.apply(profile);
                setTooltip(more == null ? null : new Tooltip(more));
            }
        });
        return column;
    }

    /// How a column is taken, to be chosen.
    private final class UseCell extends TableCell<ColumnProfile, ColumnProfile> {
        private final ComboBox<ColumnUse> box = new ComboBox<>();
        private boolean refreshing;

        UseCell() {
            box.getItems().setAll(ColumnUse.values());
            box.getStyleClass().add("nw-data-choice");
            box.setMaxWidth(Double.MAX_VALUE);
            box.setCellFactory(list -> choice());
            box.setButtonCell(choice());
            box.valueProperty().addListener((p, was, is) -> {
                if (!refreshing && is != null && getItem() != null) {
                    model.setUse(getItem(), is);
                }
            });
        }

        private <E extends Choice> ListCell<E> choice() {
            return new ListCell<>() {
                @Override
                protected void updateItem(@Nullable E item, boolean empty) {
                    super.updateItem(item, empty);
                    setText(empty || item == null ? null : words.now(item.label()));
                }
            };
        }

        @Override
        protected void updateItem(@Nullable ColumnProfile column, boolean empty) {
            super.updateItem(column, empty);
            if (empty || column == null) {
                setGraphic(null);
                return;
            }
            refreshing = true;
            box.setId("use-" + column.name());
            box.setValue(model.use(column));
            refreshing = false;
            setGraphic(box);
        }
    }
}
