package io.netwright.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What the guide tells a teacher holds: its example plays, every directive is in it, and mistakes are refused in their
/// line.
class LessonGuideTest {

    static final List<Directives.Form<Directive>> directives = Directives.ALL;
    static final List<Directives.Form<Check>> checks = Directives.CHECKS;

    @TempDir
    Path folder;

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/guide/lessons.md"));
    }

    private static String example() throws IOException {
        Matcher m = Pattern.compile("````markdown\n(.*?)````", Pattern.DOTALL).matcher(guide());
        assertTrue(m.find());
        return m.group(1);
    }

    private Lesson parse(String text) throws IOException {
        Path file = folder.resolve("lesson.md");
        Files.writeString(file, text);
        return LessonParser.parse(new LessonPlace.OnDisk(file));
    }

    @Test
    void theExamplePlays() throws IOException {
        Lesson lesson = parse(example());
        assertEquals(2, lesson.steps().size());
        assertEquals(2, lesson.steps().stream().mapToInt(s -> s.claims().size()).sum());
        assertEquals(List.of(), Rehearsal.problems(lesson, folder.resolve("copy")));
    }

    @ParameterizedTest
    @FieldSource("directives")
    void everyDirectiveReadsItsExampleAndIsInTheGuide(Directives.Form<Directive> form) throws IOException {
        assertTrue(form.parse().apply(form.example()).isPresent(), form.name());
        assertTrue(form.parse().apply("\0 \0 \0").isEmpty(), form.name());
        assertTrue(guide().contains("| `" + form.name() + ":"), form.name());
    }

    @ParameterizedTest
    @FieldSource("checks")
    void everyCheckReadsItsExampleAndIsInTheGuide(Directives.Form<Check> form) throws IOException {
        assertTrue(form.parse().apply(form.example()).isPresent(), form.name());
        String what = guide().substring(guide().indexOf("What can be expected"));
        assertTrue(what.contains("`" + (form.name().isEmpty() ? "loss < 0.1" : form.name() + " ")), form.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "view: step          | vew: step            | line 16 | lesson.directive.unknown",
                "view: step          | view: sleep          | line 16 | lesson.directive.wrong",
                "view: step          | view step            | line 16 | lesson.directive.noColon",
                "expect: frame loss  | expect: loss << 1    | line 18 | lesson.quantity.syntax",
                "level: beginner     | level: easy          | line 5  | lesson.front.wrong",
                "minutes: 3          | minute: 3            | line 6  | lesson.front.unknown",
                "id: first-step      | id: First step       | line 2  | lesson.front.wrong",
                "show: frame loss    | # nothing            | line 10 | lesson.noHelp",
                "[0.7](=             | [seven](=            | line 12 | lesson.claim",
                "(=dense1.out[0,0])  | (=dense1.out[0,)     | line 12 | lesson.quantity.syntax",
                "$1 \\cdot           | $1 \\cdoot           | line 12 | lesson.formula"
            })
    void mistakesAreRefusedInTheirLine(String right, String wrong, String place, String key) throws IOException {
        String text = example();
        assertTrue(text.contains(right), right);
        UserException e = assertThrows(
                UserException.class,
                () -> parse(text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))));
        assertEquals(key, e.what().key());
        assertEquals(place, e.where().place());
        assertTrue(e.where().file().endsWith("lesson.md"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.7](=              | [0.8](=                 | line 12 | lesson.claim.wrong",
                "(=dense1.out[0,0])   | (=dense7.out[0,0])      | line 12 | lesson.quantity.unknown",
                "(=dense1.out[0,0])   | (=dense1.out)           | line 12 | lesson.quantity.many",
                "frame: forward dense1| frame: forward dense9   | line 10 | lesson.frame.none",
                "expect: loss < 2     | expect: loss < 3        | line 22 | lesson.check.already",
                "expect: loss < 2     | expect: loss < 0.1      | line 22 | lesson.check.never"
            })
    void whatDoesNotPlayIsSaidWithItsLine(String right, String wrong, String place, String key) throws IOException {
        String text = example();
        assertTrue(text.contains(right), right);
        List<UserException> problems = Rehearsal.problems(
                parse(text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))),
                folder.resolve("copy"));
        assertEquals(List.of(key), problems.stream().map(p -> p.what().key()).toList());
        assertEquals(place, problems.getFirst().where().place());
    }
}
