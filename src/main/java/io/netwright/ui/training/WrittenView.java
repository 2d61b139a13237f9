package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.training.InsightMaker.Writing;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a network writes, after what it goes on from; and how it is to write.
final class WrittenView extends VBox {

    private static final double SHORT = 52;

    private final Consumer<Writing> write;
    private final Text prompt = new Text();
    private final Text text = new Text();
    private final TextField begin = new TextField();
    private final TextField temperature = new TextField();
    private final TextField seed = new TextField();

    WrittenView(Words words, Consumer<Writing> write) {
        super(8);
        this.write = write;
        setId("written");
        prompt.setId("written-prompt");
        text.setId("written-text");
        prompt.getStyleClass().addAll(Styles.MONO, "nw-written-prompt");
        text.getStyleClass().addAll(Styles.MONO, "nw-written");
        ScrollPane scroll = new ScrollPane(new TextFlow(prompt, text));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        begin.setId("written-begin");
        words.text("panels.train.writes.prompt").subscribe(begin::setPromptText);
        begin.setOnAction(e -> changed());
        field(temperature, "written-temperature", Double.toString(Writing.USUAL.temperature()));
        temperature.setTooltip(words.tooltip("panels.train.writes.temperature.help"));
        field(seed, "written-seed", Long.toString(Writing.USUAL.seed()));
        HBox how = new HBox(
                6,
                words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.train.writes.temperature"),
                temperature,
                words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.train.writes.seed"),
                seed);
        how.setAlignment(Pos.CENTER_LEFT);
        how.getChildren().stream().filter(Label.class::isInstance).forEach(l -> ((Label) l)
                .setMinWidth(Label.USE_PREF_SIZE));
        getChildren().addAll(scroll, begin, how);
    }

    private void field(TextField field, String id, String value) {
        field.setId(id);
        field.setText(value);
        field.setPrefWidth(SHORT);
        field.setMinWidth(SHORT);
        field.getStyleClass().add("nw-data-field");
        field.setOnAction(e -> changed());
        field.focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                changed();
            }
        });
    }

    private void changed() {
        double t = number(temperature, Writing.USUAL.temperature(), x -> x >= 0 && x < 100);
        long s = (long) number(seed, Writing.USUAL.seed(), x -> x == Math.rint(x) && Math.abs(x) < 1e15);
        write.accept(new Writing(begin.getText(), t, s));
    }

    /// What makes no sense gives way to what is usual, in the field, too.
    private static double number(TextField field, double usual, DoublePredicate fits) {
        try {
            double x = Double.parseDouble(field.getText().strip());
            if (fits.test(x)) {
                return x;
            }
        } catch (NumberFormatException e) {
            // as for one that does not fit
        }
        field.setText(usual == Math.rint(usual) ? Long.toString((long) usual) : Double.toString(usual));
        return usual;
    }

    void show(Insight.Written written) {
        prompt.setText(written.prompt());
        text.setText(written.text());
    }
}
