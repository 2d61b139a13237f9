package io.netwright.ui.lesson;

import io.netwright.lesson.Lesson;
import io.netwright.ui.Icons;
import io.netwright.ui.MarkdownView;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.lesson.LessonPlayer.Place;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The panel at the side of the window that plays a lesson: how far it has come, the text, what is expected with a mark
/// for what is met, and the ways on.
public final class LessonPanel extends VBox {

    private static final double WIDTH = 320;

    private final LessonPlayer player;
    private final Words words;
    private final Label lesson = Icons.label(Styles.MUTED, Styles.SMALL);
    private final HBox progress = new HBox(3);
    private final Label title = Icons.label(Styles.TITLE);
    private final MarkdownView text = new MarkdownView("");
    private final VBox checks = new VBox(6);
    private final Button show = new Button();
    private final Button back = new Button();
    private final Button next = new Button();
    private final ScrollPane scroll;
    private @Nullable Place shown;

    /// @param close ends the lesson
    public LessonPanel(LessonPlayer player, Words words, Runnable close) {
        this.player = player;
        this.words = words;
        setId("lesson-panel");
        getStyleClass().addAll(Styles.PANEL, "nw-lesson-panel");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        lesson.setId("lesson-of");
        title.setId("lesson-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        text.setId("lesson-step-text");
        checks.setId("lesson-checks");
        Button end = new Button();
        end.setId("lesson-end");
        end.setGraphic(Icons.of(Feather.X));
        end.accessibleTextProperty().bind(words.text("lesson.ui.end"));
        end.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        end.setTooltip(words.tooltip("lesson.ui.end"));
        end.setOnAction(e -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Icons.of(Feather.BOOK_OPEN), lesson, gap, end);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox page = new VBox(12, title, text, checks);
        page.getStyleClass().add("nw-lesson-page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        button(show, "lesson-show", "lesson.ui.show").setOnAction(e -> player.show());
        show.setGraphic(Icons.of(Feather.EYE));
        button(back, "lesson-back", "lesson.ui.back").setOnAction(e -> player.back());
        button(next, "lesson-next", "lesson.ui.next").setOnAction(e -> {
            Place now = player.placeProperty().get();
            if (now != null && now.isLast()) {
                close.run();
            } else {
                player.next();
            }
        });
        show.disableProperty().bind(player.performingProperty());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox ways = new HBox(8, back, show, between, next);
        ways.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(8, head, progress);
        top.getStyleClass().add("nw-lesson-top");
        ways.getStyleClass().add("nw-lesson-ways");
        getChildren().addAll(top, scroll, ways);
        player.placeProperty().subscribe(this::show);
    }

    private Button button(Button button, String id, String key) {
        button.setId(id);
        words.bind(button, key);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(@Nullable Place now) {
        if (now == null) {
            return;
        }
        Lesson played = now.lesson();
        if (shown == null || shown.lesson() != played || shown.step() != now.step()) {
            words.bind(
                    lesson,
                    "lesson.ui.of",
                    played.title(),
                    now.step() + 1,
                    played.steps().size());
            title.setText(now.now().title());
            text.set(now.now().text());
            scroll.setVvalue(0);
            progress.getChildren().clear();
            for (int i = 0; i < played.steps().size(); i++) {
                Region part = new Region();
                part.getStyleClass().add(i <= now.step() ? "nw-lesson-done" : "nw-lesson-todo");
                HBox.setHgrow(part, Priority.ALWAYS);
                progress.getChildren().add(part);
            }
        }
        shown = now;
        showChecks(now);
        back.setDisable(now.step() == 0);
        words.bind(next, now.isLast() ? "lesson.ui.finish" : now.isDone() ? "lesson.ui.next" : "lesson.ui.skip");
        next.getStyleClass().remove(Styles.PRIMARY);
        if (now.isDone()) {
            next.getStyleClass().add(Styles.PRIMARY);
        }
        show.setVisible(!now.met().isEmpty() && !now.isDone());
        show.setManaged(show.isVisible());
    }

    private void showChecks(Place now) {
        checks.getChildren().clear();
        for (int i = 0; i < now.met().size(); i++) {
            boolean met = now.met().get(i);
            Label label = Icons.label(met ? Styles.GOOD : Styles.MUTED);
            label.setId("lesson-check-" + i);
            label.setGraphic(Icons.of(met ? Feather.CHECK_CIRCLE : Feather.CIRCLE, met ? Styles.GOOD : Styles.FAINT));
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.setText(words.now(CheckWords.of(now.now().checks().get(i), words)));
            checks.getChildren().add(label);
        }
    }
}
