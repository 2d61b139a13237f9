package io.netwright.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lesson of a project at a width that is good to read, above the window.
public final class LessonReader {

    private static final double WIDTH = 760;
    private static final double HEIGHT_SHARE = 0.84;
    private static final double BAR = 10;

    private final Session session;
    private final Words words;
    private final Overlay overlay;

    public LessonReader(Session session, Words words, Overlay overlay) {
        this.session = session;
        this.words = words;
        this.overlay = overlay;
    }

    /// Shows the open project's lesson; nothing where it has none.
    public void open() {
        OpenProject project = session.projectProperty().get();
        String lesson = project == null ? "" : project.lesson(words.locale());
        if (project == null || lesson.isBlank()) {
            return;
        }
        Label title = Icons.label(Styles.MUTED, Styles.SMALL);
        title.textProperty().bind(words.text("ui.lesson.of", project.name()));
        HBox head = overlay.head(title, "lesson-close");

        MarkdownView text = new MarkdownView(lesson);
        text.setId("lesson-text");
        text.getStyleClass().add("nw-lesson-text");
        ScrollPane scroll = new ScrollPane(text);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);

        // as tall as the text, but never as tall as the window
        VBox card = new VBox(head, scroll) {
            @Override
            protected double computeMaxHeight(double width) {
                double all = head.prefHeight(WIDTH) + text.prefHeight(WIDTH - BAR) + 2;
                return Math.min(all, overlay.getHeight() * HEIGHT_SHARE);
            }

            @Override
            protected double computePrefHeight(double width) {
                return computeMaxHeight(width);
            }
        };
        card.getStyleClass().addAll(Styles.FLOATING, "nw-lesson");
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        overlay.show(card, Pos.CENTER, scroll, () -> {});
    }
}
