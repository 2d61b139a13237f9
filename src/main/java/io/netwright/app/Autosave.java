package io.netwright.app;

import io.netwright.project.Project;
import io.netwright.ui.FxThread;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectStore;
import io.netwright.ui.Session;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps unsaved work beside the project a little after each change, so that a crash loses seconds and not hours.
final class Autosave {

    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
    private static final Duration AFTER = Duration.seconds(5);

    private final Session session;
    private final ProjectStore store;
    private final Executor background;
    private final PauseTransition pause = new PauseTransition(AFTER);

    Autosave(Session session, ProjectStore store, Executor background) {
        this.session = session;
        this.store = store;
        this.background = background;
        pause.setOnFinished(e -> keep());
        session.designProperty().addListener((property, was, is) -> changed());
        session.dirtyProperty().addListener((property, was, is) -> changed());
        session.projectProperty()
                .flatMap(p -> Objects.requireNonNull(p).dataProperty())
                .addListener((property, was, is) -> changed());
        session.projectProperty()
                .flatMap(p -> Objects.requireNonNull(p).trainingProperty())
                .addListener((property, was, is) -> changed());
    }

    private void changed() {
        if (session.dirtyProperty().get()) {
            pause.playFromStart();
        } else {
            pause.stop();
        }
    }

    private void keep() {
        OpenProject open = session.projectProperty().get();
        if (open == null || !open.isChanged()) {
            return;
        }
        Path folder = open.folder();
        Project now = open.current();
        background.execute(() -> {
            try {
                store.keep(folder, now);
                // it may have been saved while this was written
                FxThread.run(() -> {
                    if (!open.isChanged()) {
                        store.discardRecovery(folder);
                    }
                });
            } catch (RuntimeException e) {
                // a folder that cannot be written to is said where a person saves; here it would only disturb
                LOG.warn("unsaved work could not be kept in {}", folder, e);
            }
        });
    }
}
