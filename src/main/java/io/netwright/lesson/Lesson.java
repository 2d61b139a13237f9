package io.netwright.lesson;

import java.util.List;
import java.util.Locale;

/// A lesson: a text in steps that is taught with a network.
///
/// @param id       its name in both languages, such as `one-neuron`
/// @param title    what a person calls it
/// @param language that it is written in
/// @param minutes  that it takes, about
/// @param uses     the project that it is taught with; a lesson works on a copy of it
/// @param steps    in order; at least one
/// @param place    where it is written
public record Lesson(
        String id,
        String title,
        Locale language,
        Level level,
        int minutes,
        Uses uses,
        List<LessonStep> steps,
        LessonPlace place) {

    public Lesson {
        steps = List.copyOf(steps);
    }

    /// For whom it is.
    public enum Level {
        BEGINNER,
        INTERMEDIATE,
        ADVANCED;

        /// @return its name in files
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a lesson is taught with.
    public sealed interface Uses {

        /// A sample that comes with the program.
        record Sample(String name) implements Uses {}

        /// A project file beside the lesson.
        ///
        /// @param path relative to the lesson's file, with `/`
        record File(String path) implements Uses {}

        /// The project in whose folder the lesson lies.
        record Home() implements Uses {}
    }
}
