package io.netwright.ui;

import java.util.Locale;

/// How well a text answers what someone typed into a search field.
public final class Fuzzy {

    /// The text does not answer at all.
    public static final int NONE = 0;

    private Fuzzy() {}

    /// Scores from best to worst: the text itself, its beginning, the beginning of a word in it (a hump of camel case
    /// counts), anywhere in it, all letters in order with gaps. Shorter texts go before longer ones that answer as
    /// well.
    ///
    /// @param query what was typed; blank answers everything alike
    /// @return higher is better; [#NONE] where not all letters of the query occur in order
    public static int score(String query, String text) {
        String q = query.strip().toLowerCase(Locale.ROOT);
        String t = text.toLowerCase(Locale.ROOT);
        if (q.isEmpty()) {
            return 1;
        }
        int brevity = Math.max(0, 90 - t.length());
        if (t.equals(q)) {
            return 1_000;
        }
        if (t.startsWith(q)) {
            return 800 + brevity;
        }
        if (startsWord(q, text, t)) {
            return 600 + brevity;
        }
        if (t.contains(q)) {
            return 400 + brevity;
        }
        int gaps = gaps(q, t);
        return gaps < 0 ? NONE : Math.max(1, 200 + brevity - 10 * gaps);
    }

    private static boolean startsWord(String q, String original, String t) {
        for (int at = t.indexOf(q, 1); at >= 0; at = t.indexOf(q, at + 1)) {
            char before = original.charAt(at - 1);
            boolean hump = Character.isUpperCase(original.charAt(at)) && !Character.isUpperCase(before);
            if (!Character.isLetterOrDigit(before) || hump) {
                return true;
            }
        }
        return false;
    }

    /// @return how many letters lie between the query's letters in the text; -1 where they do not all occur in order
    private static int gaps(String q, String t) {
        int at = -1;
        int gaps = 0;
        for (int i = 0; i < q.length(); i++) {
            if (q.charAt(i) == ' ') {
                continue;
            }
            int next = t.indexOf(q.charAt(i), at + 1);
            if (next < 0) {
                return -1;
            }
            gaps += at < 0 ? 0 : next - at - 1;
            at = next;
        }
        // letters scattered over a sentence answer nothing
        return gaps > q.length() * 3 ? -1 : gaps;
    }
}
