package io.netwright.ui.palette;

import io.netwright.layer.LayerInfo;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.TipBox;
import io.netwright.ui.Words;
import io.netwright.ui.palette.PaletteModel.Row;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A line of the palette: the name of a family, or a layer.
final class PaletteCell extends ListCell<Row> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final Words words;
    private @Nullable Row shown;

    PaletteCell(Words words, PaletteDrag drag, Consumer<LayerInfo> add) {
        this.words = words;
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (getItem() instanceof Row.Item(LayerInfo info)) {
                drag.press(e, info);
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY
                    && e.getClickCount() == 2
                    && getItem() instanceof Row.Item(LayerInfo info)) {
                add.accept(info);
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
        setGraphic(null);
        pseudoClassStateChanged(HEADING, shown instanceof Row.Heading);
        switch (shown) {
            case null -> {}
            case Row.Heading heading ->
                textProperty()
                        .bind(words.text("layers.family." + heading.family().key()));
            case Row.Item(LayerInfo info) -> {
                HBox content = new HBox(10, Icons.familySquare(info.family().key()), new Label(info.type()));
                content.setAlignment(Pos.CENTER_LEFT);
                content.setMouseTransparent(true);
                setGraphic(content);
                setTooltip(tip(info));
            }
        }
    }

    private Tooltip tip(LayerInfo info) {
        Label name = Icons.label(Styles.STRONG);
        name.setText(info.type());
        Label help = words.bind(Icons.label(Styles.MUTED), "layers." + info.type() + ".help");
        help.setWrapText(true);
        return new TipBox(name, help, new Formula(info.formula(), 15)).tooltip();
    }
}
