package io.netwright.ui.canvas;

import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.ui.Fuzzy;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A small search that floats where a layer is to go: a field, and the layers that answer, best first. Names and
/// aliases count ("fc" finds Dense).
final class QuickSearch extends VBox {

    private static final double WIDTH = 264;
    private static final int MOST = 8;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final LayerRegistry registry;
    private final Words words;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final VBox rows = new VBox(2);
    private final Label nothing = Icons.label(Styles.MUTED, Styles.SMALL);
    private Predicate<LayerInfo> fits = i -> true;
    private @Nullable Consumer<String> chosen;
    private List<LayerInfo> found = List.of();
    private int current;

    /// @param closed runs when it goes away, whether something was chosen or not
    QuickSearch(LayerRegistry registry, Words words, Runnable closed) {
        this.registry = registry;
        this.words = words;
        this.closed = closed;
        getStyleClass().addAll("nw-quick-search", Styles.FLOATING);
        words.bindPrompt(field, "design.canvas.search.prompt");
        words.bind(nothing, "design.canvas.search.nothing");
        nothing.getStyleClass().add("nw-quick-search-nothing");
        getChildren().addAll(field, rows);
        setManaged(false);
        setVisible(false);
        field.textProperty().subscribe(this::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                close();
            }
        });
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /// @param fits   which layers are offered
    /// @param chosen gets the type of the layer that was chosen
    void open(double x, double y, Predicate<LayerInfo> fits, Consumer<String> chosen) {
        this.fits = fits;
        this.chosen = chosen;
        field.clear();
        search();
        setVisible(true);
        place(x, y);
        field.requestFocus();
    }

    // within the canvas, and not taller than its list of the moment
    private void place(double x, double y) {
        applyCss();
        double height = prefHeight(WIDTH);
        Region parent = (Region) getParent();
        resizeRelocate(
                Math.clamp(x, 8, Math.max(8, parent.getWidth() - WIDTH - 8)),
                Math.clamp(y, 8, Math.max(8, parent.getHeight() - height - 8)),
                WIDTH,
                height);
    }

    boolean isOpen() {
        return isVisible();
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            chosen = null;
            closed.run();
        }
    }

    private void search() {
        String query = field.getText();
        found = registry.all().stream()
                .map(Layer::info)
                .filter(fits)
                .filter(i -> score(query, i) > Fuzzy.NONE)
                .sorted(Comparator.comparingInt((LayerInfo i) -> -score(query, i)))
                .limit(MOST)
                .toList();
        rows.getChildren().clear();
        for (LayerInfo info : found) {
            rows.getChildren().add(row(info));
        }
        if (found.isEmpty()) {
            rows.getChildren().add(nothing);
        }
        go(0);
        if (isVisible()) {
            place(getLayoutX(), getLayoutY());
        }
    }

    private static int score(String query, LayerInfo info) {
        int best = Fuzzy.score(query, info.type());
        for (String alias : info.aliases()) {
            // what the layer is called counts more than what else it is called
            best = Math.max(best, Fuzzy.score(query, alias) * 9 / 10);
        }
        return best;
    }

    private HBox row(LayerInfo info) {
        Label name = new Label(info.type());
        Label family = Icons.label(Styles.FAINT, Styles.SMALL);
        family.setText(words.now("layers.family." + info.family().key()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, Icons.familySquare(info.family().key()), name, space, family);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("nw-quick-search-row");
        // not on entering: rows come and go under a mouse at rest while someone types
        row.setOnMouseMoved(e -> go(found.indexOf(info)));
        // on press: the field loses the focus before a click would arrive
        row.setOnMousePressed(e -> choose(info));
        return row;
    }

    private void go(int index) {
        current = found.isEmpty() ? 0 : Math.floorMod(index, found.size());
        for (int i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == current && !found.isEmpty());
        }
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> go(current + 1);
            case UP -> go(current - 1);
            case ENTER -> {
                if (!found.isEmpty()) {
                    choose(found.get(current));
                }
            }
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void choose(LayerInfo info) {
        Consumer<String> then = chosen;
        close();
        if (then != null) {
            then.accept(info.type());
        }
    }
}
