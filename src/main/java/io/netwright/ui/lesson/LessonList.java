package io.netwright.ui.lesson;

import io.netwright.lesson.Lesson;
import io.netwright.lesson.LessonLibrary;
import io.netwright.text.UserException;
import io.netwright.ui.Icons;
import io.netwright.ui.Overlay;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The lessons to choose from, above the window: those of the program, and those in the open project's folder.
public final class LessonList {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 560;

    private final Words words;
    private final Overlay overlay;
    private final Consumer<Lesson> start;

    /// @param start plays a lesson
    public LessonList(Words words, Overlay overlay, Consumer<Lesson> start) {
        this.words = words;
        this.overlay = overlay;
        this.start = start;
    }

    /// @param project the open project's folder; null where none is open
    public void open(@Nullable Path project) {
        Label title = words.bind(Icons.label(Styles.TITLE), "lesson.ui.lessons");
        HBox head = overlay.head(title, "lessons-close");

        VBox rows = new VBox(6);
        rows.getStyleClass().add("nw-lesson-rows");
        if (project != null) {
            own(LessonLibrary.in(project), rows);
        }
        List<Lesson> bundled = LessonLibrary.bundled(words.locale());
        bundled.forEach(l -> rows.getChildren().add(row(l)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(head, scroll);
        card.setId("lessons");
        card.getStyleClass().addAll(Styles.FLOATING, "nw-lesson");
        card.setMaxSize(WIDTH, HEIGHT);
        overlay.show(card, Pos.CENTER, scroll, () -> {});
    }

    private void own(LessonLibrary.Found found, VBox rows) {
        if (found.lessons().isEmpty() && found.problems().isEmpty()) {
            return;
        }
        rows.getChildren().add(words.bind(Icons.label(Styles.HEADING), "lesson.ui.ofProject"));
        found.lessons().forEach(l -> rows.getChildren().add(row(l)));
        for (UserException e : found.problems()) {
            Label problem = Icons.label(Styles.WARNING, Styles.SMALL);
            problem.setWrapText(true);
            problem.setText(e.where().file() + ", " + e.where().place() + ": " + words.now(e.what()));
            rows.getChildren().add(problem);
        }
        rows.getChildren().add(words.bind(Icons.label(Styles.HEADING), "lesson.ui.ofProgram"));
    }

    private Node row(Lesson lesson) {
        Label name = Icons.label(Styles.STRONG);
        name.setText(lesson.title());
        Label level = words.bind(
                Icons.label(Styles.MUTED, Styles.SMALL),
                "lesson.ui.about",
                io.netwright.text.Message.of("lesson.ui.level." + lesson.level().key()),
                lesson.minutes(),
                lesson.steps().size());
        VBox about = new VBox(2, name, level);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(12, about, gap, Icons.of(Feather.PLAY, Styles.MUTED));
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setId("lesson-start-" + lesson.id());
        row.setGraphic(content);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().add("nw-lesson-row");
        row.setAccessibleText(lesson.title());
        row.setOnAction(e -> {
            overlay.hide();
            start.accept(lesson);
        });
        return row;
    }
}
