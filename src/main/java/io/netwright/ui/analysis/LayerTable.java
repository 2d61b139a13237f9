package io.netwright.ui.analysis;

import io.netwright.advice.Review;
import io.netwright.compile.Compilation.NodeCost;
import io.netwright.tensor.Shape;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.Session.Focus;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Every layer in a row, sorted by whatever column a click asks for. A double click, or Enter, goes to the layer.
final class LayerTable extends TableView<Review.Row> {

    private static final double ROW = 28;

    private final Session session;
    private final Words words;

    LayerTable(Session session, Words words) {
        this.session = session;
        this.words = words;
        setId("layer-table");
        getStyleClass().add("nw-layer-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Review.Row, String> name = column("layer", r -> r.node().name());
        name.setCellFactory(c -> new NameCell());
        getColumns().add(name);
        getColumns().add(column("type", r -> r.node().type()));
        TableColumn<Review.Row, Shape> shape = shape();
        getColumns().add(shape);
        getColumns().add(number("parameters", NodeCost::parameters, Figures::count));
        getColumns().add(number("flops", NodeCost::flops, Figures::count));
        getColumns()
                .add(number(
                        "memory",
                        NodeCost::activationValues,
                        n -> Figures.bytes(n * session.training().precision().bytes())));
        setRowFactory(t -> {
            var row = new javafx.scene.control.TableRow<Review.Row>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    go(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(e -> {
            Review.Row row = getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && row != null) {
                go(row);
                e.consume();
            }
        });
        setPlaceholder(words.bind(Icons.label(Styles.MUTED), "design.analysis.empty"));
    }

    private void go(Review.Row row) {
        session.focus(new Focus(row.node().name(), null, null));
    }

    private TableColumn<Review.Row, String> column(String key, Function<Review.Row, String> text) {
        TableColumn<Review.Row, String> column = new TableColumn<>();
        column.textProperty().bind(words.text("design.analysis." + key));
        column.setId("column-" + key);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        return column;
    }

    private TableColumn<Review.Row, Shape> shape() {
        TableColumn<Review.Row, Shape> column = new TableColumn<>();
        column.textProperty().bind(words.text("design.analysis.shape"));
        column.setId("column-shape");
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().shape()));
        column.setComparator(Comparator.comparingLong(s -> s == null ? -1 : s.elementsPerSample()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Shape item, boolean empty) {
                super.updateItem(item, empty);
                getStyleClass().setAll("cell", "table-cell", Styles.MONO);
                setText(empty ? null : item == null ? Figures.NONE : item.toString());
            }
        });
        return column;
    }

    private TableColumn<Review.Row, @Nullable Long> number(
            String key, ToLongFunction<NodeCost> figure, Function<Long, String> text) {
        TableColumn<Review.Row, @Nullable Long> column = new TableColumn<>();
        column.textProperty().bind(words.text("design.analysis." + key));
        column.setId("column-" + key);
        column.setCellValueFactory(c -> {
            NodeCost cost = c.getValue().cost();
            return new ReadOnlyObjectWrapper<>(cost == null ? null : figure.applyAsLong(cost));
        });
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Long item, boolean empty) {
                super.updateItem(item, empty);
                getStyleClass().setAll("cell", "table-cell", Styles.MONO, "nw-amount");
                setText(empty ? null : item == null ? words.now("design.inspector.notComputed") : text.apply(item));
            }
        });
        return column;
    }

    private static final class NameCell extends TableCell<Review.Row, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            Review.Row row = empty ? null : getTableRow().getItem();
            setText(empty ? null : item);
            setGraphic(
                    row == null || row.info() == null
                            ? null
                            : Icons.familySquare(row.info().family().key()));
        }
    }
}
