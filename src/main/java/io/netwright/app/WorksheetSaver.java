package io.netwright.app;

import io.netwright.step.PlannedSteps;
import io.netwright.step.worksheet.Worksheet;
import io.netwright.step.worksheet.WorksheetPage;
import io.netwright.text.Messages;
import io.netwright.ui.Session;
import io.netwright.ui.Training;
import io.netwright.ui.Words;
import io.netwright.ui.step.SessionSteps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Saves a worksheet on the next training step of the open project, to be printed from a browser.
final class WorksheetSaver {

    private final Session session;
    private final Training training;
    private final Words words;
    private final Saving saving;

    WorksheetSaver(Session session, Training training, Words words, Saving saving) {
        this.session = session;
        this.training = training;
        this.words = words;
        this.saving = saving;
    }

    /// Asks where to, and saves; nothing where nobody says.
    void ask(@Nullable Window window) {
        saving.ask(window, "ui.worksheet.title", List.of(".html")).ifPresent(this::save);
    }

    /// Saves without asking. A notice says that it was done, or why not.
    void save(Path file) {
        var opening = new SessionSteps(session, training::moment, training.snapshotProperty()).open();
        String project = saving.project();
        Messages language = words.messages();
        saving.write(file, "ui.worksheet.done", out -> {
            PlannedSteps steps = opening.call().planned();
            long seed = steps.plan().spec().seed();
            var recording = steps.record(session.registry(), steps.next(), Worksheet.SAMPLES);
            Worksheet sheet = Worksheet.of(recording, Worksheet.QUESTIONS, seed);
            out.write(WorksheetPage.write(sheet, project, seed, language).getBytes(StandardCharsets.UTF_8));
        });
    }
}
