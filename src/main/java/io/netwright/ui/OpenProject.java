package io.netwright.ui;

import io.netwright.compile.DataSignature;
import io.netwright.edit.Editor;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A project while it is open in a window: where it lies, the document with its history, and what the data look like.
///
/// Made by a [ProjectStore], on any thread; used on the JavaFX thread from the moment a [Session] opens it.
public final class OpenProject {

    private final @Nullable Path folder;
    private final String name;
    private final Editor editor;
    private final ObjectProperty<@Nullable DataSignature> data = new SimpleObjectProperty<>();
    private final StringProperty lesson = new SimpleStringProperty("");

    /// @param folder where it is saved; null where it never was
    /// @param name   as the top bar shows it
    /// @param editor the document as it was opened
    public OpenProject(@Nullable Path folder, String name, Editor editor) {
        this.folder = folder;
        this.name = name;
        this.editor = editor;
    }

    public @Nullable Path folder() {
        return folder;
    }

    public String name() {
        return name;
    }

    public Editor editor() {
        return editor;
    }

    /// @return what the network is to run on; holds null where no data set is chosen. A change compiles anew.
    public ObjectProperty<@Nullable DataSignature> dataProperty() {
        return data;
    }

    /// @return the lesson that comes with the project, in Markdown; empty where there is none
    public StringProperty lessonProperty() {
        return lesson;
    }
}
