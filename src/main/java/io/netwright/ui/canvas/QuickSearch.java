package io.netwright.ui.canvas;

import io.netwright.text.Message;
import io.netwright.ui.Fuzzy;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
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

/// A small search that floats where something is to go: a field, and what answers, best first. Names and other names
/// count ("fc" finds Dense). What has an objection is found only by name, and says why.
final class QuickSearch extends VBox {

    private static final double WIDTH = 264;
    private static final int MOST = 8;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Words words;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final VBox rows = new VBox(2);
    private final Label nothing = Icons.label(Styles.MUTED, Styles.SMALL);
    private @Nullable Request request;
    private List<Item> found = List.of();
    private int current;

    /// Something that can be found.
    ///
    /// @param id      given back when it is chosen
    /// @param title   what it is called
    /// @param detail  what it is, faint at the right
    /// @param family  of the layer, for its colour
    /// @param aliases other names that it is found by
    /// @param problem an objection to choosing it; null where there is none
    record Item(
            String id,
            String title,
            String detail,
            String family,
            List<String> aliases,
            @Nullable Message problem) {

        int score(String query) {
            int best = Fuzzy.score(query, title);
            for (String alias : aliases) {
                // what it is called counts more than what else it is called
                best = Math.max(best, Fuzzy.score(query, alias) * 9 / 10);
            }
            return best;
        }
    }

    /// What is searched.
    ///
    /// @param prompt  the key of what the empty field says
    /// @param items   what is offered, the best first
    /// @param looking hears of what answers what is typed; of nothing when the search goes away
    /// @param chosen  gets the id of what was chosen
    record Request(String prompt, List<Item> items, Consumer<List<Item>> looking, Consumer<String> chosen) {

        static Request of(String prompt, List<Item> items, Consumer<String> chosen) {
            return new Request(prompt, items, looking -> {}, chosen);
        }
    }

    /// @param closed runs when it goes away, whether something was chosen or not
    QuickSearch(Words words, Runnable closed) {
        this.words = words;
        this.closed = closed;
        getStyleClass().addAll("nw-quick-search", Styles.FLOATING);
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

    void open(double x, double y, Request asked) {
        request = null;
        field.clear();
        request = asked;
        field.setPromptText(words.now(asked.prompt()));
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
            Request done = request;
            request = null;
            if (done != null) {
                done.looking().accept(List.of());
            }
            closed.run();
        }
    }

    private void search() {
        Request asked = request;
        if (asked == null) {
            return;
        }
        String query = field.getText();
        boolean typed = !query.isBlank();
        List<Item> answers = asked.items().stream()
                .filter(i -> typed ? i.score(query) > Fuzzy.NONE : i.problem() == null)
                .sorted(Comparator.comparingInt((Item i) -> typed ? -i.score(query) : 0))
                .toList();
        found = answers.stream().limit(MOST).toList();
        rows.getChildren().clear();
        for (Item item : found) {
            rows.getChildren().add(row(item));
        }
        if (found.isEmpty()) {
            rows.getChildren().add(nothing);
        }
        go(0);
        if (isVisible()) {
            place(getLayoutX(), getLayoutY());
        }
        asked.looking().accept(typed ? answers : List.of());
    }

    private Region row(Item item) {
        Label name = new Label(item.title());
        Label detail = Icons.label(Styles.FAINT, Styles.SMALL);
        detail.setText(item.detail());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.familySquare(item.family()), name, space, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(2, line);
        Message problem = item.problem();
        if (problem != null) {
            Label why = Icons.label(Styles.WARNING, Styles.SMALL);
            why.setText(words.now(problem));
            why.setWrapText(true);
            row.getChildren().add(why);
            name.getStyleClass().add(Styles.MUTED);
        }
        row.getStyleClass().add("nw-quick-search-row");
        row.setId("search-" + item.id());
        // not on entering: rows come and go under a mouse at rest while someone types
        row.setOnMouseMoved(e -> go(found.indexOf(item)));
        // on press: the field loses the focus before a click would arrive
        row.setOnMousePressed(e -> choose(item));
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

    private void choose(Item item) {
        Request asked = request;
        close();
        if (asked != null) {
            asked.chosen().accept(item.id());
        }
    }
}
