package io.netwright.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The lessons of the program play through on the engine, and every number in their text is what it computes.
class BundledLessonsTest {

    static final List<String> lessons = LessonLibrary.BUNDLED;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("lessons")
    void playsThroughInEnglish(String id) {
        assertEquals("", problems(id, Locale.ENGLISH));
    }

    @ParameterizedTest
    @FieldSource("lessons")
    void playsThroughInChinese(String id) {
        assertEquals("", problems(id, Locale.SIMPLIFIED_CHINESE));
    }

    @ParameterizedTest
    @FieldSource("lessons")
    void saysTheSameInBothLanguages(String id) {
        Lesson en = LessonLibrary.bundled(id, Locale.ENGLISH);
        Lesson zh = LessonLibrary.bundled(id, Locale.SIMPLIFIED_CHINESE);
        assertEquals(id, en.id());
        assertEquals(
                List.of(en.id(), en.uses(), en.level(), en.minutes()),
                List.of(zh.id(), zh.uses(), zh.level(), zh.minutes()));
        assertEquals(en.steps().size(), zh.steps().size());
        for (int i = 0; i < en.steps().size(); i++) {
            LessonStep a = en.steps().get(i);
            LessonStep b = zh.steps().get(i);
            assertEquals(a.directives(), b.directives(), a.title());
            assertEquals(a.help(), b.help(), a.title());
            assertEquals(a.checks().size(), b.checks().size(), a.title());
            assertEquals(
                    a.claims().stream().map(Claim::stated).sorted().toList(),
                    b.claims().stream().map(Claim::stated).sorted().toList(),
                    a.title());
        }
        assertFalse(
                en.steps().stream().allMatch(s -> s.claims().isEmpty()), "a lesson without a number that is checked");
    }

    private String problems(String id, Locale language) {
        Lesson lesson = LessonLibrary.bundled(id, language);
        assertEquals(language, lesson.language());
        Messages words = Messages.in(language);
        StringBuilder all = new StringBuilder();
        for (UserException e : Rehearsal.problems(lesson, folder.resolve("copy"))) {
            all.append(e.where().file())
                    .append(' ')
                    .append(e.where().place())
                    .append(": ")
                    .append(words.format(e.what()));
            all.append(" | ")
                    .append(words.format(e.expected()))
                    .append(" | ")
                    .append(words.format(e.found()))
                    .append('\n');
        }
        return all.toString();
    }
}
