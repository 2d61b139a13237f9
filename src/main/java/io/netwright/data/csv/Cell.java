package io.netwright.data.csv;

import java.util.Locale;
import java.util.Set;

/// What a field of a file can be taken for.
public enum Cell {
    /// Empty, blank, or one of the words that say so.
    MISSING,
    /// A whole number, or one with an exponent and no decimals: the same whichever decimal mark is in use.
    WHOLE,
    /// A number with a decimal point.
    POINT,
    /// A number with a decimal comma.
    COMMA,
    /// An infinite number, in words.
    INFINITE,
    /// A calendar date, perhaps with a time.
    DATE,
    /// Anything else.
    TEXT;

    /// Words that stand for a missing value, in lower case.
    private static final Set<String> MISSING_WORDS = Set.of("na", "n/a", "#n/a", "nan", "null", "?");

    private static final Set<String> INFINITE_WORDS = Set.of("inf", "infinity", "\u221e");

    /// @return what `field` is
    public static Cell of(String field) {
        String s = field.strip();
        if (s.isEmpty()) {
            return MISSING;
        }
        char first = s.charAt(0);
        boolean numeric = isDigit(first) || first == '-' || first == '+' || first == '.' || first == ',';
        if (numeric) {
            Cell number = number(s);
            if (number != TEXT) {
                return number;
            }
        }
        if (isDate(s)) {
            return DATE;
        }
        if (s.length() <= 9) {
            String lower = s.toLowerCase(Locale.ROOT);
            if (MISSING_WORDS.contains(lower)) {
                return MISSING;
            }
            if (INFINITE_WORDS.contains(first == '-' || first == '+' ? lower.substring(1) : lower)) {
                return INFINITE;
            }
        }
        return TEXT;
    }

    /// Sign, digits with at most one mark among them, exponent. Not what `Double.parseDouble` takes beyond that
    /// (hexadecimal, `1d`, `1f`).
    private static Cell number(String s) {
        int i = 0;
        int n = s.length();
        if (s.charAt(0) == '-' || s.charAt(0) == '+') {
            i++;
        }
        int digits = 0;
        Cell kind = WHOLE;
        for (; i < n; i++) {
            char c = s.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if ((c == '.' || c == ',') && kind == WHOLE) {
                kind = c == '.' ? POINT : COMMA;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return TEXT;
        }
        if (i < n && (s.charAt(i) == 'e' || s.charAt(i) == 'E')) {
            i++;
            if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
                i++;
            }
            int exponent = i;
            while (i < n && isDigit(s.charAt(i))) {
                i++;
            }
            if (i == exponent) {
                return TEXT;
            }
        }
        return i == n ? kind : TEXT;
    }

    /// `2012-01-31`, `2012/1/31`, `2012-01`, `31.01.2012`, `1/31/2012`, each perhaps followed by a time of day.
    private static boolean isDate(String s) {
        int end = 0;
        while (end < s.length() && s.charAt(end) != ' ' && s.charAt(end) != 'T') {
            end++;
        }
        if (end < 6 || end > 10) {
            return false;
        }
        int[] parts = new int[3];
        int[] lengths = new int[3];
        int part = 0;
        char mark = 0;
        for (int i = 0; i < end; i++) {
            char c = s.charAt(i);
            if (isDigit(c)) {
                parts[part] = parts[part] * 10 + (c - '0');
                lengths[part]++;
            } else if ((c == '-' || c == '/' || c == '.') && (mark == 0 || mark == c) && part < 2) {
                mark = c;
                part++;
            } else {
                return false;
            }
        }
        boolean yearFirst = lengths[0] == 4 && isUpTo(parts[1], lengths[1], 12);
        if (part == 1) {
            return yearFirst && mark != '.' && end == s.length();
        }
        boolean fits = part == 2
                && (yearFirst
                        ? isUpTo(parts[2], lengths[2], 31)
                        : lengths[2] == 4 && isUpTo(parts[0], lengths[0], 31) && isUpTo(parts[1], lengths[1], 31));
        return fits && (end == s.length() || isTime(s, end + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUpTo(int value, int length, int most) {
        return (length == 1 || length == 2) && value >= 1 && value <= most;
    }

    private static boolean isTime(String s, int from) {
        boolean colon = false;
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            colon |= c == ':';
            if (!isDigit(c) && ":.+-ZAPM ".indexOf(c) < 0) {
                return false;
            }
        }
        return colon;
    }

    /// @return whether this is a number where `decimalComma` says which mark is in use
    public boolean isNumber(boolean decimalComma) {
        return this == WHOLE || this == (decimalComma ? COMMA : POINT);
    }

    /// @param field one for which [#isNumber] holds
    /// @return its value; infinite where it is beyond the largest number of float64
    public static double parse(String field) {
        return Double.parseDouble(field.strip().replace(',', '.'));
    }
}
