package io.netwright.ui.problems;

import io.netwright.compile.Diagnostic;
import io.netwright.ui.Icons;
import io.netwright.ui.ProblemCard;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Everything the compiler has to say about the network, the errors first. Each line names its place, goes there on a
/// click, and offers the ways out.
public final class ProblemsView extends VBox {

    private final Session session;
    private final Words words;
    private final VBox list = new VBox();
    private final Label count = Icons.label(Styles.BADGE);
    private final BooleanProperty open = new SimpleBooleanProperty(false);

    public ProblemsView(Session session, Words words) {
        this.session = session;
        this.words = words;
        getStyleClass().addAll(Styles.PANEL, "nw-problems");
        setId("problems");

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button();
        close.setId("problems-close");
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        close.setTooltip(words.tooltip("design.problems.close"));
        close.setOnAction(e -> open.set(false));
        HBox head = new HBox(8, words.bind(Icons.label(Styles.STRONG), "design.problems.title"), count, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("nw-problems-head");

        list.getStyleClass().add("nw-problems-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        visibleProperty().bind(open);
        managedProperty().bind(open);
        session.compilationProperty().subscribe(c -> refresh());
        // what nobody sees needs no ways out
        open.subscribe(is -> refresh());
    }

    /// @return whether the list is shown
    public BooleanProperty openProperty() {
        return open;
    }

    private void refresh() {
        if (open.get()) {
            show(session.compilation().diagnostics());
        }
    }

    private void show(List<Diagnostic> diagnostics) {
        count.setText(Integer.toString(diagnostics.size()));
        count.getStyleClass().removeAll(Styles.BAD, Styles.WARNING);
        if (!diagnostics.isEmpty()) {
            count.getStyleClass().add(diagnostics.stream().anyMatch(Diagnostic::isError) ? Styles.BAD : Styles.WARNING);
        }
        list.getChildren().clear();
        diagnostics.stream().sorted(Comparator.comparing(Diagnostic::severity)).forEach(d -> list.getChildren()
                .add(new ProblemCard(session, words, d, true)));
        if (diagnostics.isEmpty()) {
            HBox none = new HBox(
                    8,
                    Icons.of(Feather.CHECK_CIRCLE, Styles.GOOD),
                    words.bind(Icons.label(Styles.MUTED), "design.problems.none"));
            none.setAlignment(Pos.CENTER_LEFT);
            none.getStyleClass().add("nw-problem");
            list.getChildren().add(none);
        }
    }
}
