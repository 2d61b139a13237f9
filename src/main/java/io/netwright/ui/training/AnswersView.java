package io.netwright.ui.training;

import io.netwright.data.DataSet;
import io.netwright.ui.Icons;
import io.netwright.ui.Pictures;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.training.Insight.Answer;
import io.netwright.ui.training.Insight.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Samples with what the network takes them for: `9 → 4` where it is wrong, `7` where it is right. A click shows how
/// sure it is of each class.
final class AnswersView extends VBox {

    private static final int SIDE = 40;
    private static final int MOST_BARS = 5;
    private static final double BAR = 90;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Words words;
    private final Label summary = Icons.label(Styles.MUTED, Styles.SMALL);
    private final FlowPane tiles = new FlowPane(6, 8);
    private final VBox bars = new VBox(3);
    private final Map<Integer, Image> pictures = new HashMap<>();
    private @Nullable DataSet pictured;
    private @Nullable Integer chosen;
    private @Nullable Answers shown;

    AnswersView(Words words) {
        super(8);
        this.words = words;
        setId("answers");
        summary.setId("answers-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        bars.setId("answer-bars");
        bars.managedProperty().bind(bars.visibleProperty());
        bars.setVisible(false);
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(60);
        getChildren().addAll(scroll, bars, summary);
    }

    void show(Answers next) {
        shown = next;
        if (pictured != next.data()) {
            pictured = next.data();
            pictures.clear();
            chosen = null;
        }
        summary.setText(words.now(
                next.wrong() == 0 ? "panels.train.noneWrong" : "panels.train.wrong", next.wrong(), next.asked()));
        tiles.getChildren()
                .setAll(next.answers().stream().map(a -> tile(next, a)).toList());
        bars(next);
    }

    private Node tile(Answers all, Answer answer) {
        Label words = Icons.label(Styles.MONO, Styles.SMALL);
        String best = name(all.classes(), answer.best());
        words.setText(answer.isRight() ? best : name(all.classes(), answer.actual()) + " → " + best);
        if (!answer.isRight()) {
            words.getStyleClass().add(Styles.BAD);
        }
        VBox tile = new VBox(2, words);
        if (all.data().kind() == DataSet.Kind.IMAGES) {
            Image image = pictures.computeIfAbsent(answer.sample(), sample -> Pictures.of(all.data(), sample, SIDE));
            tile.getChildren().addFirst(new ImageView(image));
        }
        tile.setAlignment(Pos.CENTER);
        tile.setId("answer-" + answer.sample());
        tile.getStyleClass().add("nw-answer");
        tile.pseudoClassStateChanged(CHOSEN, chosen != null && chosen == answer.sample());
        tile.setOnMouseClicked(e -> {
            chosen = answer.sample();
            Answers now = shown;
            if (now != null) {
                show(now);
            }
        });
        return tile;
    }

    /// The likeliest classes of the chosen sample.
    private void bars(Answers all) {
        Answer answer = all.answers().stream()
                .filter(a -> chosen != null && a.sample() == chosen)
                .findFirst()
                .orElse(null);
        bars.setVisible(answer != null);
        bars.getChildren().clear();
        if (answer == null) {
            return;
        }
        double[] p = answer.probabilities();
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[b], p[a]))
                .limit(MOST_BARS)
                .toList();
        for (int k : order) {
            Label name = Icons.label(Styles.SMALL, k == answer.actual() ? Styles.STRONG : Styles.MUTED);
            name.setText(name(all.classes(), k));
            name.setMinWidth(60);
            name.setPrefWidth(60);
            Region bar = new Region();
            bar.getStyleClass().add(k == answer.actual() ? "nw-bar-right" : "nw-bar-other");
            bar.setMinWidth(Math.max(1, BAR * p[k]));
            bar.setMaxWidth(Math.max(1, BAR * p[k]));
            Label share = Icons.label(Styles.MONO, Styles.SMALL);
            share.setText(String.format(Locale.ENGLISH, "%.1f %%", 100 * p[k]));
            HBox row = new HBox(6, name, bar, share);
            row.setAlignment(Pos.CENTER_LEFT);
            bars.getChildren().add(row);
        }
    }

    private static String name(List<String> classes, int k) {
        return k >= 0 && k < classes.size() ? classes.get(k) : "#" + k;
    }
}
