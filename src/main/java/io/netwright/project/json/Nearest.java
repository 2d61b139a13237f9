package io.netwright.project.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody may have meant.
public final class Nearest {

    private Nearest() {}

    /// @return the candidate that is fewest changed letters away, if at most half the letters of `word` are; capitals
    ///     do not count
    public static Optional<String> to(String word, Collection<String> candidates) {
        record Near(String candidate, int distance) {}
        return candidates.stream()
                .map(c -> new Near(c, distance(lower(word), lower(c))))
                .filter(n -> n.distance() * 2 <= word.length())
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::candidate);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// @return how many letters must be inserted, deleted or replaced (Levenshtein)
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
