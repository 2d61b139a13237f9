package io.netwright.app;

import io.netwright.exchange.AtomicFile;
import io.netwright.text.Message;
import io.netwright.ui.FxThread;
import io.netwright.ui.Notices;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Words;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Writes what is made of the open project to a file of a person's choice: asks where to, writes in the background, and
/// says in a notice that it was done, or why not.
final class Saving {

    private final Session session;
    private final Words words;
    private final Notices notices;
    private final Executor background;

    Saving(Session session, Words words, Notices notices, Executor background) {
        this.session = session;
        this.words = words;
        this.notices = notices;
        this.background = background;
    }

    /// @return what the open project is called
    String project() {
        OpenProject open = session.projectProperty().get();
        return open == null ? "network" : open.name();
    }

    /// @param title   the key of the dialog's title
    /// @param endings of the kinds of file that there are, the one that is offered first, such as `.pdf`
    /// @return where to; a name without an ending has got that of the chosen kind. Empty where nobody says
    Optional<Path> ask(@Nullable Window window, String title, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now(title));
        chooser.setInitialFileName(project() + endings.getFirst());
        endings.stream()
                .map(e -> new FileChooser.ExtensionFilter(e.substring(1).toUpperCase(words.locale()), "*" + e))
                .forEach(chooser.getExtensionFilters()::add);
        @Nullable File file = chooser.showSaveDialog(window);
        if (file == null) {
            return Optional.empty();
        }
        FileChooser.ExtensionFilter kind = chooser.getSelectedExtensionFilter();
        String ending = kind == null
                ? endings.getFirst()
                : kind.getExtensions().getFirst().substring(1);
        Path chosen = file.toPath();
        return Optional.of(file.getName().contains(".") ? chosen : chosen.resolveSibling(file.getName() + ending));
    }

    /// What is written, made off the JavaFX thread.
    interface Content {
        void write(OutputStream out) throws Exception;
    }

    /// @param done the key of what is said when the file, `{0}`, is there
    void write(Path file, String done, Content content) {
        background.execute(() -> {
            try {
                AtomicFile.write(file, out -> {
                    try {
                        content.write(out);
                    } catch (IOException | RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                FxThread.EXECUTOR.execute(() -> notices.done(Message.of(done, file.toString())));
            } catch (RuntimeException e) {
                failed(e);
            }
        });
    }

    void failed(Throwable why) {
        FxThread.EXECUTOR.execute(() -> notices.failed(why));
    }
}
