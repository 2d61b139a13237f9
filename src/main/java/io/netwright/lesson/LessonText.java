package io.netwright.lesson;

import java.util.regex.Pattern;

/// Formulas in Markdown. Between dollar signs an underscore is a subscript and no emphasis, so formulas become code
/// before Markdown is read: what shows the text knows them by the dollar signs within.
public final class LessonText {

    private static final Pattern FORMULA = Pattern.compile("(?<![\\\\`$])\\$(?![\\s$])([^$`\n]*[^$`\\s])\\$");

    private LessonText() {}

    /// @return the text with each formula as code that keeps its dollar signs; line by line as it was
    public static String withFormulasAsCode(String markdown) {
        return FORMULA.matcher(markdown)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement("`$" + m.group(1) + "$`"));
    }

    /// @return the formula in LaTeX where `code` is one, else empty
    public static String formula(String code) {
        boolean is = code.length() > 2 && code.startsWith("$") && code.endsWith("$");
        return is ? code.substring(1, code.length() - 1) : "";
    }
}
