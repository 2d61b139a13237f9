package io.netwright.app;

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
import io.netwright.ui.Training;
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
import org.jspecify.annotations.Nullable;

/// Opening, saving and closing, with the question about unsaved work in between. Used on the JavaFX thread.
public final class Projects {

    private final Session session;
    private final Training training;
    private final ProjectStore store;
    private final Settings settings;
    private final Questions questions;
    private final Notices notices;
    private final Words words;
    private final Executor background;
    private int opening;
    /// The folder of a copy that is thrown away in the end: nobody is asked to save it.
    private @Nullable Path lent;

    Projects(
            Session session,
            Training training,
            ProjectStore store,
            Settings settings,
            Questions questions,
            Notices notices,
            Words words,
            Executor background) {
        this.session = session;
        this.training = training;
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

    /// Saves the project, and the weights of its training beside it; says so where it cannot.
    ///
    /// @return completes on the JavaFX thread with whether everything is on disk
    public CompletableFuture<Boolean> save() {
        CompletableFuture<Void> saved;
        try {
            session.save(store);
            OpenProject open = session.projectProperty().get();
            saved = open == null || !open.unsavedWeightsProperty().get()
                    ? CompletableFuture.completedFuture(null)
                    : training.saveWeights(open.folder());
        } catch (RuntimeException e) {
            saved = CompletableFuture.failedFuture(e);
        }
        return whetherDone(saved);
    }

    private CompletableFuture<Boolean> whetherDone(CompletableFuture<Void> task) {
        return task.handleAsync(
                (done, failure) -> {
                    if (failure != null) {
                        notices.failed(failure);
                    }
                    return failure == null;
                },
                FxThread.EXECUTOR);
    }

    /// Runs `next` at once where nothing is unsaved; else asks, and runs it unless the answer is to cancel or saving
    /// fails.
    public void whenSaved(Runnable next) {
        OpenProject open = session.projectProperty().get();
        if (open == null || !open.isDirty() || open.folder().equals(lent)) {
            next.run();
            return;
        }
        String what = open.isChanged() ? "ui.unsaved" : "ui.unsaved.weights";
        questions.ask(
                Message.of(what + ".title", open.name()),
                Message.of(what + ".text"),
                List.of(
                        new Answer(Message.of("ui.unsaved.discard"), Answer.Kind.LOSING, () -> {
                            store.discardRecovery(open.folder());
                            next.run();
                        }),
                        new Answer(Message.of("ui.unsaved.cancel"), Answer.Kind.OTHER, () -> {}),
                        new Answer(Message.of("ui.unsaved.save"), Answer.Kind.USUAL, () -> save().thenAccept(saved -> {
                            if (saved) {
                                next.run();
                            }
                        }))));
    }

    /// Says that the project in `folder` is a copy to be thrown away: it is neither listed among the recent ones nor
    /// asked about.
    ///
    /// @param folder null for none
    void lend(@Nullable Path folder) {
        lent = folder;
    }

    /// @return whether a project is on its way
    public boolean isOpening() {
        return opening > 0;
    }

    /// Makes an empty project in `folder` and opens it, once unsaved work is dealt with.
    public void createAfterAsking(Path folder) {
        whenSaved(() -> {
            if (make(folder, Project.empty(name(folder)))) {
                open(folder);
            }
        });
    }

    /// Makes a copy of the open project as it is now in `folder`, weights and all, and opens that; the original stays
    /// as it was saved.
    public void saveCopy(Path folder) {
        OpenProject open = session.projectProperty().get();
        if (open != null
                // lessons are files of the original's folder
                && make(folder, open.current().withName(name(folder)).withLesson(new LinkedHashMap<>()))) {
            var _ = whetherDone(training.saveWeights(folder)).thenAccept(saved -> {
                if (saved) {
                    open(folder);
                }
            });
        }
    }

    private boolean make(Path folder, Project project) {
        try {
            store.create(folder, project);
            return true;
        } catch (RuntimeException e) {
            notices.failed(e);
            return false;
        }
    }

    private static String name(Path folder) {
        Path last = folder.getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    private void opened(OpenProject project, Optional<Recovery> kept) {
        if (!project.folder().equals(lent)) {
            settings.opened(project.folder());
        }
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
                        new Answer(
                                Message.of("ui.recovery.restore"),
                                Answer.Kind.USUAL,
                                () -> project.replace(kept.project(), Message.of("ui.recovery.edit")))));
    }

    private void failed(Path folder, Throwable failure) {
        if (failure instanceof UserException) {
            settings.forget(folder);
        }
        notices.failed(failure);
    }
}
