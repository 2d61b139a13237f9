package io.netwright.lesson;

import io.netwright.exchange.FileProblem;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The lessons that there are: those that come with the program, and those in a project's folder.
public final class LessonLibrary {

    /// The lessons that come with the program, from the first to the last. To add one, write its file in each language
    /// below `assets/lessons` and add its name here.
    public static final List<String> BUNDLED = List.of(
            "one-neuron",
            "chain-rule",
            "vanishing-gradients",
            "momentum-and-adam",
            "overfitting-and-dropout",
            "convolution",
            "batch-norm",
            "attention");

    /// Where a project's folder keeps lessons of its own.
    public static final String FOLDER = "lessons";

    /// What was found in a project's folder.
    ///
    /// @param lessons  those that can be played
    /// @param problems why others cannot
    public record Found(List<Lesson> lessons, List<UserException> problems) {
        public Found {
            lessons = List.copyOf(lessons);
            problems = List.copyOf(problems);
        }
    }

    private LessonLibrary() {}

    /// @return a lesson of the program
    public static Lesson bundled(String id, Locale language) {
        String folder = language.getLanguage().equals("zh") ? "zh_CN" : "en";
        return LessonParser.parse(new LessonPlace.Bundled("/lessons/" + folder + "/" + id + ".md"));
    }

    /// @return all lessons of the program in that language, in order
    public static List<Lesson> bundled(Locale language) {
        return BUNDLED.stream().map(id -> bundled(id, language)).toList();
    }

    /// @param project its folder
    /// @return the lessons in it, by the names of their files
    public static Found in(Path project) {
        Path folder = project.resolve(FOLDER);
        List<Lesson> lessons = new ArrayList<>();
        List<UserException> problems = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                    try {
                        lessons.add(LessonParser.parse(new LessonPlace.OnDisk(file)));
                    } catch (UserException e) {
                        problems.add(e);
                    }
                }
            } catch (IOException e) {
                problems.add(FileProblem.reading(folder, e));
            }
        }
        return new Found(lessons, problems);
    }
}
