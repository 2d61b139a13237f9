package io.netwright.ui;

import io.netwright.data.DataSpec;
import io.netwright.edit.Companion;
import io.netwright.edit.Editor;
import io.netwright.project.Project;
import io.netwright.text.Message;
import io.netwright.train.TrainingSpec;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
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
    private final Edited<@Nullable DataSpec> data;
    private final Edited<TrainingSpec> training;
    private final BooleanProperty unsavedWeights = new SimpleBooleanProperty();
    private Project saved;

    /// What is edited beside the design.
    private record Settings(@Nullable DataSpec data, TrainingSpec training) implements Companion {}

    /// A property that only the editor changes: setting it is an edit.
    private static final class Edited<T extends @Nullable Object> extends SimpleObjectProperty<T> {
        private final Consumer<T> edit;

        Edited(T first, Consumer<T> edit) {
            super(first);
            this.edit = edit;
        }

        @Override
        public void set(T next) {
            edit.accept(next);
        }

        void follow(T now) {
            super.set(now);
        }
    }

    /// @param folder  where it lies
    /// @param project as it lies there
    /// @param lessons the lesson that comes with it, in Markdown, by language; may be empty
    public OpenProject(Path folder, Project project, Map<Locale, String> lessons) {
        this(folder, project, lessons, InstantSource.system());
    }

    /// @param clock decides which edits follow each other quickly enough to be one entry of the history
    public OpenProject(Path folder, Project project, Map<Locale, String> lessons, InstantSource clock) {
        this.folder = folder;
        this.saved = project;
        this.lessons = Map.copyOf(lessons);
        this.editor = new Editor(project.design(), new Settings(project.data(), project.training()), clock);
        this.data =
                new Edited<>(project.data(), d -> put(new Settings(d, settings().training()), "design.edit.data"));
        this.training = new Edited<>(
                project.training(), t -> put(new Settings(settings().data(), t), "design.edit.training"));
        editor.listen(change -> {
            data.follow(settings().data());
            training.follow(settings().training());
        });
    }

    private Settings settings() {
        return (Settings) editor.companion();
    }

    private void put(Settings next, String label) {
        editor.put(editor.design(), next, Message.of(label), label);
    }

    /// Puts `other`'s network, data and settings in the place of these, as one edit.
    public void replace(Project other, Message label) {
        editor.put(other.design(), new Settings(other.data(), other.training()), label, null);
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

    /// @return what the network is to be trained on; holds null where that is not chosen. A change loads anew, and can
    ///     be undone.
    public ObjectProperty<@Nullable DataSpec> dataProperty() {
        return data;
    }

    /// @return how the network is to be trained. A change can be undone.
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
