package io.netwright.ui;

import io.netwright.data.DataSpec;
import io.netwright.edit.Editor;
import io.netwright.train.TrainingSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A project while it is open in a window: where it lies, the document with its history, what it is trained on and how.
///
/// Made by a [ProjectStore], on any thread; used on the JavaFX thread from the moment a [Session] opens it.
public final class OpenProject {

    private final Path folder;
    private final String name;
    private final Editor editor;
    private final Map<Locale, String> lessons;
    private final ObjectProperty<@Nullable DataSpec> data;
    private final ObjectProperty<TrainingSpec> training;
    private @Nullable DataSpec savedData;
    private TrainingSpec savedTraining;

    /// @param folder   where it lies
    /// @param name     as the top bar shows it
    /// @param editor   the document as it was opened
    /// @param data     what it is to be trained on; null where that is not chosen yet
    /// @param training how it is to be trained
    /// @param lessons  the lesson that comes with it, in Markdown, by language; may be empty
    public OpenProject(
            Path folder,
            String name,
            Editor editor,
            @Nullable DataSpec data,
            TrainingSpec training,
            Map<Locale, String> lessons) {
        this.folder = folder;
        this.name = name;
        this.editor = editor;
        this.lessons = Map.copyOf(lessons);
        this.data = new SimpleObjectProperty<>(data);
        this.training = new SimpleObjectProperty<>(training);
        this.savedData = data;
        this.savedTraining = training;
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return name;
    }

    public Editor editor() {
        return editor;
    }

    /// @return what the network is to be trained on; holds null where that is not chosen. A change loads anew.
    public ObjectProperty<@Nullable DataSpec> dataProperty() {
        return data;
    }

    /// @return how the network is to be trained
    public ObjectProperty<TrainingSpec> trainingProperty() {
        return training;
    }

    /// @return the lesson in Markdown, in English where there is none in `language`; empty where there is none at all
    public String lesson(Locale language) {
        String text = lessons.get(language);
        return text != null ? text : lessons.getOrDefault(Locale.ENGLISH, "");
    }

    /// @return whether anything differs from what lies on disk
    public boolean isDirty() {
        return editor.isDirty() || !Objects.equals(savedData, data.get()) || !savedTraining.equals(training.get());
    }

    /// Says that everything as it is now lies on disk.
    public void markSaved() {
        savedData = data.get();
        savedTraining = training.get();
        editor.markSaved();
    }
}
