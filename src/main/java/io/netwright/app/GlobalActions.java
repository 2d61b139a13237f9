package io.netwright.app;

import io.netwright.text.Message;
import io.netwright.ui.Action;
import io.netwright.ui.LessonReader;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.View;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import io.netwright.ui.shell.Shell;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What can be done in every view.
final class GlobalActions {

    private final Session session;
    private final Words words;
    private final Theme theme;
    private final Projects projects;
    private final PictureSaver pictures;
    private final WorksheetSaver worksheets;
    private final LessonReader lessons;
    private final List<View> views;
    private final Teaching teaching;

    GlobalActions(
            Session session,
            Words words,
            Theme theme,
            Projects projects,
            PictureSaver pictures,
            WorksheetSaver worksheets,
            LessonReader lessons,
            List<View> views,
            Teaching teaching) {
        this.session = session;
        this.words = words;
        this.theme = theme;
        this.projects = projects;
        this.pictures = pictures;
        this.worksheets = worksheets;
        this.lessons = lessons;
        this.views = views;
        this.teaching = teaching;
    }

    /// What a teacher does.
    ///
    /// @param choose    shows the lessons that there are
    /// @param presenter draws everything large, or as usual
    record Teaching(Runnable choose, Runnable presenter) {}

    Shell.Commands commands() {
        Action open = Action.of("ui.action.open", () -> choose("ui.open.title", projects::openAfterAsking))
                .icon(Feather.FOLDER)
                .shortcut("Shortcut+O");
        Action choose = Action.of("ui.action.lessons", teaching.choose())
                .icon(Feather.AWARD)
                .shortcut("Shift+F1");
        return new Shell.Commands(
                List.of(undo(), redo()),
                project(open, choose),
                List.of(lesson(), themeToggle(), languageToggle()),
                List.of(open, choose),
                problems());
    }

    private Action undo() {
        return Action.of("ui.action.undo", () -> session.editor().undo())
                .label(labelled("ui.action.undo", "ui.action.undoThat", session.undoLabelProperty()))
                .icon(Feather.CORNER_UP_LEFT)
                .shortcut("Shortcut+Z")
                .disabledWhen(session.canUndoProperty().not())
                .iconInBar();
    }

    private Action redo() {
        return Action.of("ui.action.redo", () -> session.editor().redo())
                .label(labelled("ui.action.redo", "ui.action.redoThat", session.redoLabelProperty()))
                .icon(Feather.CORNER_UP_RIGHT)
                .shortcut("Shortcut+Shift+Z")
                .disabledWhen(session.canRedoProperty().not())
                .iconInBar();
    }

    private static ObservableValue<Message> labelled(
            String plain, String with, ObservableValue<? extends @Nullable Message> what) {
        return Bindings.createObjectBinding(
                () -> {
                    Message m = what.getValue();
                    return m == null ? Message.of(plain) : Message.of(with, m);
                },
                what);
    }

    private List<@Nullable Action> project(Action open, Action lessons) {
        var closed = session.projectProperty().isNull();
        Action save = Action.of("ui.action.save", projects::save)
                .icon(Feather.SAVE)
                .shortcut("Shortcut+S")
                .disabledWhen(session.dirtyProperty().not());
        Action create = Action.of("ui.action.new", () -> choose("ui.new.title", projects::createAfterAsking))
                .icon(Feather.FILE_PLUS)
                .shortcut("Shortcut+N");
        Action copy = Action.of("ui.action.copy", () -> choose("ui.copy.title", projects::saveCopy))
                .icon(Feather.COPY)
                .shortcut("Shortcut+Shift+S")
                .disabledWhen(closed);
        Action samples = Action.of("ui.action.samples", projects::closeAfterAsking)
                .icon(Feather.BOOK_OPEN)
                .disabledWhen(closed);
        Action presenter = Action.of("ui.action.presenter", teaching.presenter())
                .icon(Feather.MAXIMIZE)
                .shortcut("F5");
        Action quit =
                Action.of("ui.action.quit", this::quit).icon(Feather.LOG_OUT).shortcut("Shortcut+Q");
        Action picture = Action.of("ui.action.picture", () -> pictures.ask(window()))
                .icon(Feather.IMAGE)
                .disabledWhen(closed);
        Action worksheet = Action.of("ui.action.worksheet", () -> worksheets.ask(window()))
                .icon(Feather.EDIT)
                .disabledWhen(closed);
        return Arrays.asList(
                save, copy, picture, worksheet, null, create, open, samples, lessons, null, presenter, null, quit);
    }

    private Action lesson() {
        return Action.of("ui.action.lesson", lessons::open)
                .icon(Feather.BOOK_OPEN)
                .shortcut("F1")
                .disabledWhen(Bindings.createBooleanBinding(
                        () -> {
                            OpenProject open = session.projectProperty().get();
                            return open == null || open.lesson(words.locale()).isBlank();
                        },
                        session.projectProperty(),
                        words.messagesProperty()))
                .iconInBar();
    }

    private Action themeToggle() {
        ObservableValue<Ikon> icon = theme.modeProperty().map(m -> m == Theme.Mode.DARK ? Feather.SUN : Feather.MOON);
        ObservableValue<Message> label =
                theme.modeProperty().map(m -> Message.of(m == Theme.Mode.DARK ? "ui.action.light" : "ui.action.dark"));
        return Action.of("ui.action.theme", () -> theme.modeProperty()
                        .set(theme.mode().other()))
                .label(label)
                .icon(icon)
                .iconInBar();
    }

    private Action languageToggle() {
        return Action.of("ui.action.language", () -> {
                    boolean chinese = words.locale().getLanguage().equals("zh");
                    words.setLocale(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
                })
                .inBar();
    }

    /// Shows the list of problems, which is in the design view.
    private Action problems() {
        return Action.of("ui.action.problems", () -> {
                    session.viewProperty().set(ViewId.DESIGN);
                    views.stream()
                            .filter(DesignView.class::isInstance)
                            .map(DesignView.class::cast)
                            .forEach(DesignView::toggleProblems);
                })
                .icon(Feather.ALERT_CIRCLE)
                .shortcut("F8");
    }

    private void choose(String title, Consumer<Path> then) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.now(title));
        File folder = chooser.showDialog(window());
        if (folder != null) {
            then.accept(folder.toPath());
        }
    }

    private void quit() {
        Window window = window();
        if (window instanceof Stage stage) {
            projects.whenSaved(stage::close);
        }
    }

    private static @Nullable Window window() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .filter(Window::isFocused)
                .findFirst()
                .orElse(
                        Window.getWindows().isEmpty()
                                ? null
                                : Window.getWindows().getFirst());
    }
}
