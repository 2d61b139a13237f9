package io.netwright.app;

import io.netwright.edit.Edit;
import io.netwright.project.Project;
import io.netwright.project.Recovery;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.FxThread;
import io.netwright.ui.Notices;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectStore;
import io.netwright.ui.Questions;
import io.netwright.ui.Questions.Answer;
import io.netwright.ui.Session;
import io.netwright.ui.Settings;
import io.netwright.ui.ViewId;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Opening, saving and closing, with the question about unsaved work in between. Used on the JavaFX thread.
public final class Projects {

    private final Session session;
    private final ProjectStore store;
    private final Settings settings;
    private final Questions questions;
    private final Notices notices;
    private final Words words;
    private final Executor background;
    private int opening;
    private Runnable afterSaving = () -> {};

    Projects(
            Session session,
            ProjectStore store,
            Settings settings,
            Questions questions,
            Notices notices,
            Words words,
            Executor background) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.questions = questions;
        this.notices = notices;
        this.words = words;
        this.background = background;
    }

    /// Opens the project in `folder` in place of the one that is open, without asking. Where that fails, what was open
    /// stays, and a notice says why.
    public void open(Path folder) {
        var _ = open(folder, new CompletableFuture<>()).whenComplete((done, failure) -> {
            if (failure != null) {
                failed(folder, failure);
            }
        });
    }

    /// Opens the project in `folder`, and leaves it to the caller to say where that fails.
    ///
    /// @param opened completes on the JavaFX thread once the session has the project
    /// @return `opened`
    CompletableFuture<Void> open(Path folder, CompletableFuture<Void> opened) {
        opening++;
        background.execute(() -> {
            try {
                OpenProject project = store.open(folder);
                Optional<Recovery> kept = store.recovery(project.folder());
                FxThread.run(() -> {
                    opening--;
                    opened(project, kept);
                    opened.complete(null);
                });
            } catch (RuntimeException | Error e) {
                FxThread.run(() -> {
                    opening--;
                    opened.completeExceptionally(e);
                });
            }
        });
        return opened;
    }

    /// Opens the project in `folder`, once unsaved work is dealt with.
    public void openAfterAsking(Path folder) {
        whenSaved(() -> open(folder));
    }

    /// Closes the project and shows the welcome page, once unsaved work is dealt with.
    public void closeAfterAsking() {
        whenSaved(() -> session.open(null));
    }

    /// Says what else is to be done whenever the project has been saved.
    void afterSaving(Runnable task) {
        afterSaving = task;
    }

    /// Saves; says so where it cannot.
    ///
    /// @return whether everything is saved now
    public boolean save() {
        try {
            session.save(store);
            afterSaving.run();
            return true;
        } catch (RuntimeException e) {
            notices.failed(e);
            return false;
        }
    }

    /// Runs `next` at once where nothing is unsaved; else asks, and runs it unless the answer is to cancel or saving
    /// fails.
    public void whenSaved(Runnable next) {
        OpenProject open = session.projectProperty().get();
        if (open == null || !open.isDirty()) {
            next.run();
            return;
        }
        questions.ask(
                Message.of("ui.unsaved.title", open.name()),
                Message.of("ui.unsaved.text"),
                List.of(
                        new Answer(Message.of("ui.unsaved.discard"), Answer.Kind.LOSING, () -> {
                            store.discardRecovery(open.folder());
                            next.run();
                        }),
                        new Answer(Message.of("ui.unsaved.cancel"), Answer.Kind.OTHER, () -> {}),
                        new Answer(Message.of("ui.unsaved.save"), Answer.Kind.USUAL, () -> {
                            if (save()) {
                                next.run();
                            }
                        })));
    }

    /// @return whether a project is on its way
    public boolean isOpening() {
        return opening > 0;
    }

    /// Makes an empty project in `folder` and opens it, once unsaved work is dealt with.
    public void createAfterAsking(Path folder) {
        whenSaved(() -> make(folder, Project.empty(name(folder))));
    }

    /// Makes a copy of the open project as it is now in `folder` and opens that; the original stays as it was saved.
    public void saveCopy(Path folder) {
        OpenProject open = session.projectProperty().get();
        if (open != null) {
            // lessons are files of the original's folder
            make(folder, open.current().withName(name(folder)).withLesson(new LinkedHashMap<>()));
        }
    }

    private void make(Path folder, Project project) {
        try {
            store.create(folder, project);
        } catch (RuntimeException e) {
            notices.failed(e);
            return;
        }
        open(folder);
    }

    private static String name(Path folder) {
        Path last = folder.getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    private void opened(OpenProject project, Optional<Recovery> kept) {
        settings.opened(project.folder());
        session.viewProperty().set(ViewId.DESIGN);
        session.open(project);
        kept.ifPresent(k -> offer(project, k));
    }

    private void offer(OpenProject project, Recovery kept) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(kept.at());
        questions.ask(
                Message.of("ui.recovery.title"),
                Message.of("ui.recovery.text", when),
                List.of(
                        new Answer(
                                Message.of("ui.recovery.discard"),
                                Answer.Kind.LOSING,
                                () -> store.discardRecovery(project.folder())),
                        new Answer(Message.of("ui.recovery.restore"), Answer.Kind.USUAL, () -> {
                            project.editor().apply(Edit.of(Message.of("ui.recovery.edit"), d -> kept.project()
                                    .design()));
                            project.dataProperty().set(kept.project().data());
                            project.trainingProperty().set(kept.project().training());
                        })));
    }

    private void failed(Path folder, Throwable failure) {
        if (failure instanceof UserException) {
            settings.forget(folder);
        }
        notices.failed(failure);
    }
}
