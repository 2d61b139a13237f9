package io.netwright.ui;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Short sentences that float in a corner of the window for a while: what was done, what was refused and why, and, for
/// a defect of the program, one plain sentence while the rest goes to the log.
public final class Notices extends VBox {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration SHORT = Duration.seconds(4);
    private static final Duration LONG = Duration.seconds(12);
    private static final int MOST = 4;

    private final Words words;

    public Notices(Words words) {
        this.words = words;
        getStyleClass().add("nw-notices");
        setSpacing(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setFillWidth(false);
    }

    /// Says that something was done.
    public void done(Message message) {
        show(Feather.CHECK_CIRCLE, Styles.GOOD, List.of(words.now(message)), SHORT);
    }

    /// Says that something cannot be done, and why.
    public void refused(UserException why) {
        List<String> lines = new ArrayList<>(List.of(words.now(why.what())));
        if (why.isLocated()) {
            String place = String.join(
                    " · ",
                    List.of(why.where().file(), why.where().place()).stream()
                            .filter(s -> !s.isEmpty())
                            .toList());
            lines.add(words.now("ui.notice.found", place, why.expected(), why.found()));
        }
        show(Feather.ALERT_TRIANGLE, Styles.WARNING, lines, LONG);
    }

    /// Writes a defect to the log and says so in one sentence.
    public void defect(Throwable defect) {
        LOG.error("unexpected", defect);
        show(Feather.ALERT_CIRCLE, Styles.BAD, List.of(words.now("ui.notice.defect")), LONG);
    }

    /// Says what `failure` is: a refusal in its own words, anything else as a defect.
    public void failed(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof UserException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UserException refusal) {
            refused(refusal);
        } else {
            defect(failure);
        }
    }

    private void show(Ikon ikon, String style, List<String> lines, Duration time) {
        VBox text = new VBox(2);
        for (int i = 0; i < lines.size(); i++) {
            Label line = new Label(lines.get(i));
            line.setWrapText(true);
            line.getStyleClass().addAll(i == 0 ? List.of() : List.of(Styles.MUTED, Styles.SMALL));
            text.getChildren().add(line);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        close.setAccessibleText(words.now("ui.notice.close"));
        HBox notice = new HBox(10, Icons.of(ikon, style), text, close);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll(Styles.FLOATING, "nw-notice");
        notice.setMaxWidth(420);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        close.setOnAction(e -> getChildren().remove(notice));

        getChildren().add(notice);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        PauseTransition away = new PauseTransition(time);
        away.setOnFinished(e -> getChildren().remove(notice));
        away.play();
    }
}
