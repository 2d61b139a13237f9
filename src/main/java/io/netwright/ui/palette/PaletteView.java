package io.netwright.ui.palette;

import io.netwright.layer.LayerRegistry;
import io.netwright.ui.Icons;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Stock;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.palette.PaletteModel.Row;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the person keeps, all layers under their families, and templates, with a search above. A layer is dragged onto
/// the canvas, or added with a double-click or Enter.
public final class PaletteView extends VBox {

    private final PaletteModel model;
    private final LayerDropTarget canvas;
    private final TextField search = new TextField();
    private final ListView<Row> list = new ListView<>();

    /// @param own    what the person keeps
    /// @param canvas takes what is dragged or added
    /// @param floats the layer of the window in which the dragged thing is drawn
    public PaletteView(LayerRegistry registry, OwnPieces own, Words words, LayerDropTarget canvas, Pane floats) {
        this.model = new PaletteModel(registry, own, words);
        this.canvas = canvas;
        getStyleClass().addAll(Styles.PANEL, "nw-palette");

        search.setId("palette-search");
        words.bindPrompt(search, "design.palette.prompt");
        Label key = Icons.label(Styles.KEY_CAP, Styles.MONO);
        key.setText("Shift+A");
        key.setMouseTransparent(true);
        key.visibleProperty()
                .bind(search.textProperty()
                        .isEmpty()
                        .and(search.focusedProperty().not()));
        StackPane field = new StackPane(search, key);
        field.getStyleClass().add("nw-palette-field");
        StackPane.setAlignment(key, Pos.CENTER_RIGHT);

        list.setId("palette-list");
        list.getStyleClass().add("nw-palette-list");
        list.setItems(model.rowsProperty());
        list.setPlaceholder(placeholder(words));
        PaletteDrag drag = new PaletteDrag(canvas, floats, words);
        list.setCellFactory(view -> new PaletteCell(words, own, drag, canvas::add));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);

        search.textProperty().addListener((property, was, is) -> {
            model.queryProperty().set(is);
            MultipleSelectionModel<Row> selection = list.getSelectionModel();
            if (is.isBlank()) {
                selection.clearSelection();
            } else {
                selection.selectFirst();
            }
            list.scrollTo(0);
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            // the field for a new name has an Enter of its own
            if (e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof TextField)) {
                addSelected();
                e.consume();
            }
        });
    }

    /// Puts the cursor into the search.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Label placeholder(Words words) {
        Label nothing = Icons.label(Styles.MUTED);
        nothing.setWrapText(true);
        nothing.textProperty().bind(words.text("design.palette.nothing", model.queryProperty()));
        return nothing;
    }

    private void searchKey(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case ENTER -> addSelected();
            case ESCAPE -> search.clear();
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// Moves the selection to the next layer, over headings.
    private void step(int direction) {
        int i = list.getSelectionModel().getSelectedIndex() + direction;
        while (i >= 0 && i < list.getItems().size()) {
            if (list.getItems().get(i) instanceof Row.Item) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 5));
                return;
            }
            i += direction;
        }
    }

    private void addSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Item(Stock stock)) {
            canvas.add(stock);
        }
    }
}
