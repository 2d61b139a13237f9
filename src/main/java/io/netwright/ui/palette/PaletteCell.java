package io.netwright.ui.palette;

import io.netwright.layer.LayerInfo;
import io.netwright.layer.template.Template;
import io.netwright.project.Piece;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Stock;
import io.netwright.ui.Styles;
import io.netwright.ui.TipBox;
import io.netwright.ui.Words;
import io.netwright.ui.palette.PaletteModel.Row;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A line of the palette: a heading, or something to take. What the person keeps is renamed and removed from its menu.
final class PaletteCell extends ListCell<Row> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Words words;
    private final OwnPieces own;
    private @Nullable Row shown;

    PaletteCell(Words words, OwnPieces own, PaletteDrag drag, Consumer<Stock> add) {
        this.words = words;
        this.own = own;
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (getItem() instanceof Row.Item(Stock stock)) {
                drag.press(e, stock);
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY
                    && e.getClickCount() == 2
                    && getItem() instanceof Row.Item(Stock stock)) {
                add.accept(stock);
            }
        });
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        // a list updates its cells for many reasons; a node that is pressed must not be replaced meanwhile, since the
        // drag would end there
        if (!empty && row != null && row.equals(shown)) {
            return;
        }
        shown = empty ? null : row;
        textProperty().unbind();
        setText(null);
        setTooltip(null);
        setContextMenu(null);
        setGraphic(null);
        pseudoClassStateChanged(HEADING, shown instanceof Row.Heading);
        switch (shown) {
            case null -> {}
            case Row.Heading(String key) -> textProperty().bind(words.text(key));
            case Row.Item(Stock stock) -> {
                show(stock);
                setTooltip(tip(stock));
                if (stock instanceof Stock.Own(Piece piece)) {
                    setContextMenu(menu(piece));
                }
            }
        }
    }

    private void show(Stock stock) {
        Label name = new Label();
        name.textProperty().bind(words.compute(() -> stock.title(words)));
        HBox content = new HBox(10, Icons.familySquare(stock.family()), name);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMouseTransparent(true);
        setGraphic(content);
    }

    private @Nullable Tooltip tip(Stock stock) {
        Label name = Icons.label(Styles.STRONG);
        name.setText(stock.title(words));
        Label help = Icons.label(Styles.MUTED);
        help.setWrapText(true);
        return switch (stock) {
            case Stock.OfLayer(LayerInfo info) -> {
                words.bind(help, "layers." + info.type() + ".help");
                yield new TipBox(name, help, new Formula(info.formula(), 15)).tooltip();
            }
            case Stock.OfTemplate(Template template) -> {
                help.textProperty().bind(words.compute(() -> words.now(template.about())));
                yield new TipBox(name, help).tooltip();
            }
            case Stock.Own(Piece piece) -> null;
        };
    }

    private ContextMenu menu(Piece piece) {
        MenuItem rename = new MenuItem(words.now("design.palette.rename"));
        rename.setId("palette-rename");
        rename.setOnAction(e -> rename(piece));
        MenuItem remove = new MenuItem(words.now("design.palette.remove"));
        remove.setId("palette-remove");
        remove.setOnAction(e -> own.remove(piece));
        return new ContextMenu(rename, remove);
    }

    private void rename(Piece piece) {
        TextField field = new TextField(piece.name());
        field.setId("palette-name");
        field.setOnAction(e -> {
            show(new Stock.Own(piece));
            own.rename(piece, field.getText());
        });
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is && getGraphic() == field) {
                show(new Stock.Own(piece));
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                show(new Stock.Own(piece));
                e.consume();
            }
        });
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }
}
