package io.netwright.ui;

import io.netwright.data.DataSpec;
import io.netwright.edit.Editor;
import io.netwright.project.Project;
import io.netwright.train.TrainingSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A project while it is open in a window: where it lies, the document with its history, what it is trained on and how.
///
/// Made by a [ProjectStore], on any thread; used on the JavaFX thread from the moment a [Session] opens it.
public final class OpenProject {

    private final Path folder;
    private final Editor editor;
    private final Map<Locale, String> lessons;
    private final ObjectProperty<@Nullable DataSpec> data;
    private final ObjectProperty<TrainingSpec> training;
    private final BooleanProperty unsavedWeights = new SimpleBooleanProperty();
    private Project saved;

    /// @param folder  where it lies
    /// @param project as it lies there
    /// @param lessons the lesson that comes with it, in Markdown, by language; may be empty
    public OpenProject(Path folder, Project project, Map<Locale, String> lessons) {
        this.folder = folder;
        this.saved = project;
        this.lessons = Map.copyOf(lessons);
        this.editor = new Editor(project.design());
        this.data = new SimpleObjectProperty<>(project.data());
        this.training = new SimpleObjectProperty<>(project.training());
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return saved.name();
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

    /// @return the project as it is now
    public Project current() {
        return saved.withDesign(editor.design()).withData(data.get()).withTraining(training.get());
    }

    /// @return whether there are trained weights that do not lie on disk; for [Training] to say
    public BooleanProperty unsavedWeightsProperty() {
        return unsavedWeights;
    }

    /// @return whether the project differs from what lies on disk
    public boolean isChanged() {
        return !current().equals(saved);
    }

    /// @return whether closing it would lose anything: a change, or trained weights
    public boolean isDirty() {
        return unsavedWeights.get() || isChanged();
    }

    /// Says that `now` lies on disk.
    public void markSaved(Project now) {
        saved = now;
        editor.markSaved();
    }
}
