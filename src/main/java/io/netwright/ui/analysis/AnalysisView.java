package io.netwright.ui.analysis;

import io.netwright.advice.Review;
import io.netwright.compile.Diagnostic;
import io.netwright.ui.Figures;
import io.netwright.ui.Icons;
import io.netwright.ui.ProblemCard;
import io.netwright.ui.Session;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The network looked over: a table of its layers, the sums above it, and beside it what there is to say, with ways
/// out. It follows the network while it is open and costs nothing while it is not.
public final class AnalysisView extends VBox {

    private static final double HEIGHT = 280;
    private static final double NOTES_WIDTH = 320;

    private final Session session;
    private final Words words;
    private final LayerTable table;
    private final VBox notes = new VBox();
    private final Label totals = Icons.label(Styles.MUTED, Styles.SMALL);
    private final BooleanProperty open = new SimpleBooleanProperty(false);

    public AnalysisView(Session session, Words words) {
        this.session = session;
        this.words = words;
        getStyleClass().addAll(Styles.PANEL, "nw-problems", "nw-analysis");
        setId("analysis");
        this.table = new LayerTable(session, words);

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        totals.setId("analysis-totals");
        Button close = new Button();
        close.setId("analysis-close");
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        close.setTooltip(words.tooltip("design.analysis.close"));
        close.setOnAction(e -> open.set(false));
        Label title = words.bind(Icons.label(Styles.STRONG), "design.analysis.title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, title, totals, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("nw-problems-head");

        notes.getStyleClass().add("nw-problems-list");
        notes.setId("analysis-notes");
        ScrollPane scroll = new ScrollPane(notes);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(NOTES_WIDTH);
        scroll.setMinWidth(NOTES_WIDTH);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox body = new HBox(table, scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        setPrefHeight(HEIGHT);
        getChildren().addAll(head, body);
        visibleProperty().bind(open);
        managedProperty().bind(open);
        session.compilationProperty().subscribe(c -> refresh());
        words.messagesProperty().subscribe(m -> refresh());
        open.subscribe(is -> refresh());
    }

    /// @return whether the panel is shown
    public BooleanProperty openProperty() {
        return open;
    }

    private void refresh() {
        if (!open.get()) {
            return;
        }
        Review review = Review.of(session.registry(), session.compilation(), session.signature());
        List<TableColumn<Review.Row, ?>> order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(review.rows());
        table.getSortOrder().setAll(order);
        table.sort();
        totals.setText(words.now(
                "design.analysis.totals",
                Figures.count(review.rows().size()),
                Figures.count(review.total().parameters()),
                Figures.scaled(review.total().flops(), "FLOP"),
                Figures.bytes(review.total().activationValues()
                        * session.training().precision().bytes())));
        notes.getChildren().clear();
        for (Diagnostic note : review.notes()) {
            notes.getChildren().add(new ProblemCard(session, words, note, true));
        }
        if (review.notes().isEmpty()) {
            Label nothing = words.bind(Icons.label(Styles.MUTED), "design.analysis.nothing");
            nothing.setWrapText(true);
            nothing.setMinHeight(Region.USE_PREF_SIZE);
            HBox none = new HBox(8, Icons.of(Feather.CHECK_CIRCLE, Styles.GOOD), nothing);
            none.setAlignment(Pos.TOP_LEFT);
            none.getStyleClass().add("nw-problem");
            notes.getChildren().add(none);
        }
    }
}
