package io.netwright.project;

import io.netwright.data.DataSource;
import io.netwright.exchange.AtomicFile;
import io.netwright.project.json.Nearest;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sample projects that come with the program. They are resources of the build, so that a clone and an installed
/// program find them alike; in the sources they are the folders in `sample-projects/`.
public final class Samples {

    /// All samples, from the smallest to the largest. To add one, make its folder and add its name here and its words
    /// to the bundle.
    public static final List<Sample> ALL = List.of(
            new Sample("worked-example"),
            new Sample("simple-model"),
            new Sample("iris"),
            new Sample("spirals"),
            new Sample("digits-mlp"),
            new Sample("digits-cnn"),
            new Sample("tiny-gpt"));

    private Samples() {}

    /// @return the sample of that name
    /// @throws UserException where there is none, with the nearest and all names
    public static Sample get(String name) {
        List<String> names = ALL.stream().map(Sample::name).toList();
        return ALL.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        Nearest.to(name, names)
                                .map(near -> Message.of("project.sample.unknownNear", name, near))
                                .orElseGet(() -> Message.of("project.sample.unknown", name)),
                        new Where("", name),
                        Message.of("project.json.oneOf", String.join(", ", names)),
                        Message.of("project.asIs", name),
                        null));
    }

    /// One sample.
    ///
    /// @param name of its folder, and on the command line
    public record Sample(String name) {

        /// @return what a person calls it
        public Message title() {
            return Message.of("project.sample." + name);
        }

        /// @return what can be learned with it, in a sentence or two
        public Message about() {
            return Message.of("project.sample." + name + ".about");
        }

        /// @return the project, read anew each time
        public Project load(ProjectFile files) {
            return files.parse(name + "/" + ProjectFile.NAME, bytes(ProjectFile.NAME));
        }

        /// @return the text of its lesson in that language, else in English
        public String lesson(ProjectFile files, Locale language) {
            return ProjectFile.lessonName(load(files), language)
                    .map(file -> new String(bytes(file), StandardCharsets.UTF_8))
                    .orElse("");
        }

        /// Makes a project of one's own from this sample.
        ///
        /// @param folder must not hold a project yet; made where it is not there
        /// @throws UserException where it holds a project, or cannot be made or written to
        public void copyTo(ProjectFile files, Path folder) {
            Project project = load(files);
            ProjectFile.makeFolder(folder);
            List<String> names = new ArrayList<>(project.lesson().values());
            if (project.data() != null) {
                switch (project.data().source()) {
                    case DataSource.Csv csv -> names.add(csv.path());
                    case DataSource.Text text -> names.add(text.path());
                    case DataSource.Generated _, DataSource.Builtin _, DataSource.Inline _ -> {
                        // bring their own numbers
                    }
                }
            }
            for (String file : names) {
                byte[] bytes = bytes(file);
                AtomicFile.write(folder.resolve(file), out -> out.write(bytes));
            }
            // last, because it is what makes the folder a project
            files.save(folder, project);
        }

        private byte[] bytes(String file) {
            try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name + "/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("the sample " + name + " lacks " + file);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
