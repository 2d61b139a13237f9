package io.netwright.app;

import io.netwright.exchange.AtomicFile;
import io.netwright.step.PlannedSteps;
import io.netwright.step.worksheet.Worksheet;
import io.netwright.step.worksheet.WorksheetPage;
import io.netwright.text.Message;
import io.netwright.text.Messages;
import io.netwright.ui.FxThread;
import io.netwright.ui.Notices;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import io.netwright.ui.Words;
import io.netwright.ui.step.SessionSteps;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Saves a worksheet on the next training step of the open project, to be printed from a browser.
final class WorksheetSaver {

    private static final String ENDING = ".html";
    private static final int QUESTIONS = 10;
    private static final int SAMPLES = 2;

    private final Session session;
    private final Training training;
    private final Words words;
    private final Notices notices;
    private final Executor background;

    WorksheetSaver(Session session, Training training, Words words, Notices notices, Executor background) {
        this.session = session;
        this.training = training;
        this.words = words;
        this.notices = notices;
        this.background = background;
    }

    /// Asks where to, and saves; nothing where nobody says.
    void ask(@Nullable Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now("ui.worksheet.title"));
        chooser.setInitialFileName(name() + ENDING);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*" + ENDING));
        @Nullable File file = chooser.showSaveDialog(window);
        if (file != null) {
            String typed = file.getName();
            save(typed.contains(".") ? file.toPath() : file.toPath().resolveSibling(typed + ENDING));
        }
    }

    private String name() {
        OpenProject open = session.projectProperty().get();
        return open == null ? "worksheet" : open.name();
    }

    /// Saves without asking. A notice says that it was done, or why not.
    void save(Path file) {
        var opening = new SessionSteps(session, training::moment, training.snapshotProperty()).open();
        String project = name();
        Messages language = words.messages();
        background.execute(() -> {
            try {
                PlannedSteps steps = opening.call().planned();
                long seed = steps.plan().spec().seed();
                var recording = steps.record(session.registry(), steps.next(), SAMPLES);
                Worksheet sheet = Worksheet.of(recording, QUESTIONS, seed);
                String page = WorksheetPage.write(sheet, project, seed, language);
                AtomicFile.write(file, stream -> stream.write(page.getBytes(StandardCharsets.UTF_8)));
                FxThread.EXECUTOR.execute(() -> notices.done(Message.of("ui.worksheet.done", file.toString())));
            } catch (Exception e) {
                FxThread.EXECUTOR.execute(() -> notices.failed(e));
            }
        });
    }
}
