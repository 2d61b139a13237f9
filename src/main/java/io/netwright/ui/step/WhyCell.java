package io.netwright.ui.step;

import io.netwright.step.NumberText;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.step.WhyView.Row;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A row of [WhyView]: what it is, how its amount came about, a bar from the middle to the left (it made the weight
/// smaller) or to the right (larger), and the amount.
final class WhyCell extends TreeCell<Row> {

    private static final double BAR = 120;
    private static final double AMOUNT = 96;

    private final Words words;
    private final Function<Row, Message> about;
    private final Function<Row, String> calculation;
    private final DoubleSupplier largest;
    private final Label what = Icons.label();
    private final Label how = Icons.label(Styles.FAINT, Styles.SMALL, Styles.MONO);
    private final Label amount = Icons.label(Styles.MONO);
    private final Region bar = new Region();
    private final HBox line;

    WhyCell(Words words, Function<Row, Message> about, Function<Row, String> calculation, DoubleSupplier largest) {
        this.words = words;
        this.about = about;
        this.calculation = calculation;
        this.largest = largest;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region zero = new Region();
        zero.getStyleClass().add("nw-step-why-zero");
        zero.setMaxWidth(1);
        StackPane scale = new StackPane(zero, bar);
        scale.setMinWidth(BAR);
        scale.setMaxWidth(BAR);
        bar.setMinHeight(8);
        bar.setMaxHeight(8);
        amount.setMinWidth(AMOUNT);
        amount.setAlignment(Pos.CENTER_RIGHT);
        how.setMinWidth(0);
        line = new HBox(10, what, gap, how, scale, amount);
        line.setAlignment(Pos.CENTER_LEFT);
        // the row is as wide as the tree, so that amounts stand below each other; what is too long is cut
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        what.setText(words.now(about.apply(row)));
        how.setText(calculation.apply(row));
        amount.setText(signed(row.amount()));
        double most = largest.getAsDouble();
        double share = most == 0 ? 0 : Math.min(1, Math.abs(row.amount()) / most) * BAR / 2;
        bar.setMinWidth(share);
        bar.setMaxWidth(share);
        bar.setTranslateX((row.amount() < 0 ? -share : share) / 2);
        bar.getStyleClass().setAll("nw-step-why-bar", row.amount() < 0 ? "nw-step-why-less" : "nw-step-why-more");
        setAccessibleText(what.getText() + " " + amount.getText());
        setGraphic(line);
    }

    private static String signed(double value) {
        String text = NumberText.of(value);
        return value > 0 ? "+" + text : text;
    }
}
