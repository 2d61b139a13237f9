package io.netwright.cli;

import io.netwright.exchange.FileProblem;
import io.netwright.lesson.Lesson;
import io.netwright.lesson.LessonParser;
import io.netwright.lesson.LessonPlace;
import io.netwright.lesson.Rehearsal;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `netwright lesson`: what can be done with the file of a lesson.
@Command(name = "lesson")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LessonCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    LessonCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.out());
        return Exit.OK;
    }

    /// `netwright lesson check`: plays it without a window and says what is wrong.
    @Command(name = "check")
    int check(@CommandLine.Parameters(paramLabel = "FILE", descriptionKey = "FILE") Path file) {
        Lesson lesson = LessonParser.parse(new LessonPlace.OnDisk(file));
        List<UserException> problems = rehearse(lesson);
        problems.forEach(console::refuse);
        if (problems.isEmpty()) {
            int numbers =
                    lesson.steps().stream().mapToInt(s -> s.claims().size()).sum();
            console.say("cli.lesson.fine", lesson.title(), lesson.steps().size(), numbers);
        }
        return problems.isEmpty() ? Exit.OK : Exit.NO;
    }

    private static List<UserException> rehearse(Lesson lesson) {
        try {
            Path folder = Files.createTempDirectory("netwright-lesson");
            try {
                return Rehearsal.problems(lesson, folder.resolve("project"));
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(each);
                    }
                }
            }
        } catch (IOException e) {
            throw FileProblem.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }
}
