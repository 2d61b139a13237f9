package io.netwright.lesson;

import java.util.List;

/// One step of a lesson.
///
/// @param title      its heading
/// @param text       in Markdown, without directives; formulas stand between dollar signs
/// @param directives what it does to the window when it begins, in order
/// @param checks     what the learner is to bring about; none where reading is enough
/// @param help       what "show me" does, so that the checks hold
/// @param claims     the numbers in the text that the program can check
/// @param line       of its heading, from 1
public record LessonStep(
        String title,
        String text,
        List<Directive> directives,
        List<Check> checks,
        List<Directive> help,
        List<Claim> claims,
        int line) {

    public LessonStep {
        directives = List.copyOf(directives);
        checks = List.copyOf(checks);
        help = List.copyOf(help);
        claims = List.copyOf(claims);
    }
}
