package io.netwright.lesson;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number in a lesson's text that the program can check: `[2.155](=loss)`.
///
/// @param stated   as the text writes it, such as `2.155`, `−0.3`, `1.2e−5`, `97 %` or `9,408`
/// @param quantity what it is the number of
/// @param line     in the lesson's file, from 1
public record Claim(String stated, Quantity quantity, int line) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

    /// @return whether `text` is a number as claims state it
    static boolean isNumber(String text) {
        return NUMBER.matcher(plain(text)).matches();
    }

    private static String plain(String text) {
        return text.replace('−', '-').replace(",", "").replace("%", "").replace(" ", "");
    }

    /// @return whether `value` rounds to what is stated, at the digits that are stated
    public boolean holds(double value) {
        BigDecimal number = new BigDecimal(plain(stated));
        double percent = stated.contains("%") ? 100 : 1;
        double half = 0.5 * number.ulp().doubleValue();
        return Math.abs(value * percent - number.doubleValue()) <= half * (1 + 1e-9);
    }
}
