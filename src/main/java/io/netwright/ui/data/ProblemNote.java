package io.netwright.ui.data;

import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Why the data cannot be had, in words: what, where, what was expected and what was found. Takes no room while nothing
/// is wrong, or while what is wrong belongs elsewhere.
final class ProblemNote extends HBox {

    private static final Pattern LINE = Pattern.compile("line (\\d+)(?:, column (.+))?");
    private static final Pattern COLUMN = Pattern.compile("column (.+)");

    private final Words words;
    private final Predicate<UserException> here;
    private final Label what = Icons.label();
    private final Label where = Icons.label(Styles.MUTED, Styles.SMALL);
    private final Label expected = Icons.label(Styles.MUTED, Styles.SMALL);

    /// @param id   of the sentence
    /// @param here which problems are told here
    ProblemNote(
            Words words,
            String id,
            ObservableValue<? extends @Nullable UserException> problem,
            Predicate<UserException> here) {
        super(10);
        this.words = words;
        this.here = here;
        getStyleClass().add("nw-data-problem");
        what.setId(id);
        where.setId(id + "-where");
        expected.setId(id + "-expected");
        for (Label label : List.of(what, where, expected)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox text = new VBox(3, what, where, expected);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, Styles.BAD), text);
        problem.addListener((p, was, is) -> show(is));
        words.messagesProperty().addListener((p, was, is) -> show(problem.getValue()));
        show(problem.getValue());
    }

    private void show(@Nullable UserException problem) {
        boolean told = problem != null && here.test(problem);
        setVisible(told);
        setManaged(told);
        if (problem == null || !told) {
            return;
        }
        what.setText(words.now(problem.what()));
        String place = place(problem.where());
        where.setText(place);
        where.setVisible(!place.isEmpty());
        where.setManaged(!place.isEmpty());
        boolean says = !words.now(problem.expected()).isBlank();
        expected.setText(words.now("panels.data.expectedFound", problem.expected(), problem.found()));
        expected.setVisible(says && problem.isLocated());
        expected.setManaged(expected.isVisible());
    }

    private String place(UserException.Where at) {
        List<String> parts = new ArrayList<>();
        if (!at.file().isEmpty()) {
            parts.add(shortName(at.file()));
        }
        Matcher line = LINE.matcher(at.place());
        Matcher column = COLUMN.matcher(at.place());
        if (line.matches()) {
            parts.add(words.now("panels.data.place.line", line.group(1)));
            if (line.group(2) != null) {
                parts.add(words.now("panels.data.place.column", line.group(2)));
            }
        } else if (column.matches()) {
            parts.add(words.now("panels.data.place.column", column.group(1)));
        } else if (!at.place().isEmpty()) {
            parts.add(at.place());
        }
        return String.join(" · ", parts);
    }

    private static String shortName(String file) {
        try {
            return String.valueOf(Path.of(file).getFileName());
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /// @return whether `problem` is about how the data is divided
    static boolean isAboutSplit(UserException problem) {
        return problem.where().file().equals(Refusal.PROJECT_FILE)
                && problem.where().place().startsWith("data.split");
    }

    /// @return the words for a text as it stands
    static Message asIs(String text) {
        return Message.of("data.as-is", text);
    }
}
