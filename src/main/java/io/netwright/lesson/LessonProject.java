package io.netwright.lesson;

import io.netwright.data.DataSource;
import io.netwright.exchange.AtomicFile;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.project.Samples;
import java.nio.file.Path;
import java.util.Optional;

/// The project that a lesson is taught with. A lesson never touches it: it works on a copy.
public final class LessonProject {

    private LessonProject() {}

    /// Copies the project of a lesson.
    ///
    /// @param folder must not hold a project yet
    /// @throws io.netwright.text.UserException where there is no such project, or it cannot be copied
    public static void copy(Lesson lesson, ProjectFile files, Path folder) {
        switch (lesson.uses()) {
            case Lesson.Uses.Sample(String name) -> Samples.get(name).copyTo(files, folder);
            case Lesson.Uses.File(String path) -> {
                String beside = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
                copy(lesson.place(), beside, files.parse(path, lesson.place().read(path)), files, folder);
            }
            case Lesson.Uses.Home() -> {
                // lessons lie in a folder of their own within the project's
                String json = "../" + ProjectFile.NAME;
                copy(
                        lesson.place(),
                        "../",
                        files.parse(ProjectFile.NAME, lesson.place().read(json)),
                        files,
                        folder);
            }
        }
    }

    private static void copy(LessonPlace place, String beside, Project project, ProjectFile files, Path folder) {
        files.create(folder, project.withLesson(new java.util.LinkedHashMap<>()));
        dataFile(project).ifPresent(path -> {
            byte[] bytes = place.read(beside + path);
            AtomicFile.write(folder.resolve(path), out -> out.write(bytes));
        });
    }

    /// @return the file that the data is read from, within the project's folder
    private static Optional<String> dataFile(Project project) {
        if (project.data() == null) {
            return Optional.empty();
        }
        Optional<String> file =
                switch (project.data().source()) {
                    case DataSource.Csv csv -> Optional.of(csv.path());
                    case DataSource.Text text -> Optional.of(text.path());
                    case DataSource.Generated _, DataSource.Builtin _, DataSource.Inline _ -> Optional.empty();
                };
        return file.filter(f -> !Path.of(f).isAbsolute());
    }
}
