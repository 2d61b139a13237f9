package io.netwright.app;

import io.netwright.layer.LayerRegistry;
import io.netwright.lesson.Lesson;
import io.netwright.lesson.LessonProject;
import io.netwright.project.ProjectFile;
import io.netwright.ui.FxThread;
import io.netwright.ui.Notices;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Overlay;
import io.netwright.ui.Session;
import io.netwright.ui.Words;
import io.netwright.ui.lesson.LessonList;
import io.netwright.ui.lesson.LessonPanel;
import io.netwright.ui.lesson.LessonPlayer;
import io.netwright.ui.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Begins and ends lessons: each plays in a copy of its project, and what was open before is opened again afterwards.
/// Used on the JavaFX thread.
final class Lessons {

    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);

    private final Session session;
    private final Projects projects;
    private final LessonDirector director;
    private final LessonPlayer player;
    private final LessonPanel panel;
    private final LessonList list;
    private final Shell shell;
    private final Notices notices;
    private final Executor background;
    private @Nullable Path copy;
    private @Nullable Path before;

    Lessons(
            Session session,
            Projects projects,
            LessonDirector director,
            Shell shell,
            Overlay overlay,
            Notices notices,
            Words words,
            Executor background) {
        this.session = session;
        this.projects = projects;
        this.director = director;
        this.shell = shell;
        this.notices = notices;
        this.background = background;
        this.player = new LessonPlayer(director, background, FxThread.EXECUTOR, notices::failed);
        this.panel = new LessonPanel(player, words, this::end);
        this.list = new LessonList(words, overlay, this::start);
        session.projectProperty().addListener((p, was, is) -> {
            if (copy != null && !isCopy(is) && director.openProperty().get()) {
                // another project was opened, or this one closed: the lesson is over
                before = null;
                leave();
            }
        });
    }

    private boolean isCopy(@Nullable OpenProject project) {
        return project != null && project.folder().equals(copy);
    }

    /// Shows the lessons that there are.
    void choose() {
        OpenProject open = session.projectProperty().get();
        list.open(open == null || isCopy(open) ? before : open.folder());
    }

    LessonPlayer player() {
        return player;
    }

    /// Plays a lesson, once unsaved work is dealt with.
    void start(Lesson lesson) {
        projects.whenSaved(() -> background.execute(() -> {
            try {
                Path folder = Files.createTempDirectory("netwright-lesson").resolve("project");
                LessonProject.copy(lesson, new ProjectFile(LayerRegistry.STANDARD), folder);
                FxThread.run(() -> open(lesson, folder));
            } catch (IOException | RuntimeException e) {
                FxThread.run(() -> notices.failed(e));
            }
        }));
    }

    private void open(Lesson lesson, Path folder) {
        OpenProject open = session.projectProperty().get();
        if (!isCopy(open)) {
            before = open == null ? null : open.folder();
        }
        if (copy != null) {
            director.openProperty().set(false);
            player.end();
            delete(copy);
        }
        copy = folder;
        projects.lend(folder);
        // before the network is fitted into what is left
        shell.setSide(panel);
        projects.open(folder, new CompletableFuture<>()).whenComplete((done, failure) -> {
            if (failure != null) {
                leave();
                notices.failed(failure);
                return;
            }
            director.openProperty().set(true);
            player.begin(lesson);
        });
    }

    /// Ends the lesson and opens what was open before.
    void end() {
        Path back = before;
        before = null;
        leave();
        if (back == null) {
            session.open(null);
        } else {
            projects.open(back);
        }
    }

    private void leave() {
        Path left = copy;
        director.openProperty().set(false);
        player.end();
        shell.setSide(null);
        projects.lend(null);
        copy = null;
        if (left != null) {
            delete(left);
        }
    }

    private void delete(Path folder) {
        background.execute(() -> {
            Path parent = folder.getParent();
            try (Stream<Path> all = Files.walk(parent)) {
                List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                LOG.warn("the copy in {} cannot be deleted", parent, e);
            }
        });
    }
}
