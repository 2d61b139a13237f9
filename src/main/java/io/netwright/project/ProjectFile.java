package io.netwright.project;

import io.netwright.exchange.AtomicFile;
import io.netwright.exchange.FileProblem;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.json.Cursor;
import io.netwright.project.json.JsonFile;
import io.netwright.project.json.JsonText;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Opens and saves projects.
public final class ProjectFile {

    /// The file in a project's folder that says everything but the weights.
    public static final String NAME = "project.json";

    /// Where a project's folder keeps the weights of its network, if it has any.
    public static final String WEIGHTS = "weights.safetensors";

    private final ProjectCodec codec;

    /// @param layers the layers that a file may name
    public ProjectFile(LayerRegistry layers) {
        this.codec = new ProjectCodec(layers);
    }

    /// @return the folder of a project that is named by its folder or by the `project.json` in it
    public static Path folder(Path project) {
        Path absolute = project.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        boolean isFile = absolute.endsWith(NAME) && !Files.isDirectory(absolute);
        return isFile && parent != null ? parent : absolute;
    }

    /// @param project its folder, or the `project.json` in it
    /// @throws UserException where there is none, or it makes no sense, with the place; nothing is half-loaded
    public Project load(Path project) {
        Path folder = folder(project);
        if (Files.isDirectory(folder) && !Files.exists(folder.resolve(NAME))) {
            throw new UserException(
                    Message.of("project.open.noProject", folder.toString(), NAME),
                    new Where(folder.resolve(NAME).toString(), ""),
                    Message.of("project.open.aFile", NAME),
                    FileProblem.nothing(),
                    null);
        }
        return codec.decode(JsonFile.read(folder.resolve(NAME)));
    }

    /// @param file  how messages name it
    /// @param bytes what stands in it
    /// @throws UserException where it makes no sense, with the place
    public Project parse(String file, byte[] bytes) {
        return parse(JsonFile.parse(file, bytes));
    }

    Project parse(Cursor root) {
        return codec.decode(root);
    }

    /// @return what [#save] writes: equal projects give equal bytes
    byte[] bytes(Project project) {
        return JsonText.of(codec.encode(project)).getBytes(StandardCharsets.UTF_8);
    }

    /// Replaces the project's file as a whole or not at all, and forgets what was kept for its recovery.
    ///
    /// @param folder there already
    /// @throws UserException where it cannot be written, with the reason; the old file is then as it was
    public void save(Path folder, Project project) {
        byte[] bytes = bytes(project);
        AtomicFile.write(folder.resolve(NAME), out -> out.write(bytes));
        Recovery.discard(folder);
    }

    /// Makes a folder for a project and saves it there.
    ///
    /// @param folder must not hold a project yet
    /// @throws UserException where it does, or cannot be made
    public void create(Path folder, Project project) {
        makeFolder(folder);
        save(folder, project);
    }

    /// Makes a folder that a project can be saved in.
    ///
    /// @throws UserException where there is a project in it, or it cannot be made
    static void makeFolder(Path folder) {
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
            throw new UserException(
                    Message.of("project.create.taken", folder.toString()),
                    new Where(file.toString(), ""),
                    Message.of("project.create.free"),
                    Message.of("project.asIs", NAME),
                    null);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileProblem.writing(folder, e);
        }
    }

    /// @return the text of the project's lesson in that language, else in English, else in the first there is; empty
    ///     where the project has none
    /// @throws UserException where the project names a file that cannot be read
    public static Optional<String> lesson(Path folder, Project project, Locale language) {
        Optional<String> name = lessonName(project, language);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name.get());
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
    }

    /// @return the file of the lesson in that language, else in English, else in the first there is
    static Optional<String> lessonName(Project project, Locale language) {
        var lesson = project.lesson();
        for (String tag : new String[] {language.toLanguageTag(), language.getLanguage(), "en"}) {
            if (lesson.containsKey(tag)) {
                return Optional.ofNullable(lesson.get(tag));
            }
        }
        return lesson.values().stream().findFirst();
    }
}
