package io.netwright.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How sure a network is of each class, the likeliest first.
public final class AnswerBars extends VBox {

    private static final int MOST = 5;
    private static final double LENGTH = 90;
    private static final double NAME = 64;

    public AnswerBars() {
        super(3);
        setId("answer-bars");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param answer null for none
    public void show(@Nullable Answer answer, List<String> classes) {
        setVisible(answer != null);
        getChildren().clear();
        if (answer == null) {
            return;
        }
        double[] p = answer.probabilities();
        IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[b], p[a]))
                .limit(MOST)
                .forEach(k -> getChildren().add(row(name(classes, k), p[k], k == answer.actual())));
    }

    private static HBox row(String text, double share, boolean right) {
        Label name = Icons.label(Styles.SMALL, right ? Styles.STRONG : Styles.MUTED);
        name.setText(text);
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        Region bar = new Region();
        bar.getStyleClass().add(right ? "nw-bar-right" : "nw-bar-other");
        bar.setMinWidth(Math.max(1, LENGTH * share));
        bar.setMaxWidth(Math.max(1, LENGTH * share));
        Label number = Icons.label(Styles.MONO, Styles.SMALL);
        number.setText(String.format(Locale.ENGLISH, "%.1f %%", 100 * share));
        HBox row = new HBox(6, name, bar, number);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// @return the name of class `k`; a number where it has none
    public static String name(List<String> classes, int k) {
        return k >= 0 && k < classes.size() ? classes.get(k) : "#" + k;
    }
}
