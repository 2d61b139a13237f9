package io.netwright.ui.palette;

import io.netwright.layer.LayerInfo;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.palette.PaletteModel.Row;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A line of the palette: the name of a family, or a layer.
final class PaletteCell extends ListCell<Row> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double TIP_WIDTH = 260;

    private final Words words;

    PaletteCell(Words words, PaletteDrag drag, Consumer<LayerInfo> add) {
        this.words = words;
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (getItem() instanceof Row.Item(LayerInfo info)) {
                drag.pressed(e, info);
            }
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> drag.moved(e, this));
        addEventHandler(MouseEvent.MOUSE_RELEASED, drag::released);
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
        textProperty().unbind();
        setText(null);
        setTooltip(null);
        setGraphic(null);
        pseudoClassStateChanged(HEADING, !empty && row instanceof Row.Heading);
        if (empty || row == null) {
            return;
        }
        switch (row) {
            case Row.Heading heading ->
                textProperty()
                        .bind(words.text("layers.family." + heading.family().key()));
            case Row.Item(LayerInfo info) -> {
                HBox content = new HBox(10, Icons.familySquare(info.family().key()), new Label(info.type()));
                content.setAlignment(Pos.CENTER_LEFT);
                setGraphic(content);
                setTooltip(tip(info));
            }
        }
    }

    private Tooltip tip(LayerInfo info) {
        Tooltip tip = new Tooltip();
        tip.setShowDelay(Duration.millis(450));
        tip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // made when it is first needed: a hundred layers have a hundred tips
        tip.setOnShowing(e -> {
            if (tip.getGraphic() == null) {
                tip.setGraphic(tipContent(info));
            }
        });
        return tip;
    }

    private VBox tipContent(LayerInfo info) {
        Label name = Icons.label(Styles.STRONG);
        name.setText(info.type());
        Label help = words.bind(Icons.label(Styles.MUTED), "layers." + info.type() + ".help");
        help.setWrapText(true);
        Formula formula = new Formula(info.formula(), 15);
        VBox content = new VBox(6, name, help, formula);
        content.setPrefWidth(TIP_WIDTH);
        content.setMaxWidth(TIP_WIDTH);
        content.setMinHeight(Region.USE_PREF_SIZE);
        return content;
    }
}
