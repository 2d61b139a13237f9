package io.netwright.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Both languages say the same things.
class BundlesTest {

    static final List<String> bundles = Messages.BUNDLES;

    @ParameterizedTest
    @FieldSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertEquals(
                new TreeSet<>(load(bundle, "en").keySet()),
                new TreeSet<>(load(bundle, "zh_CN").keySet()));
    }

    @ParameterizedTest
    @FieldSource("bundles")
    void keysBeginWithTheirRoom(String bundle) throws IOException {
        // ops speak through the core's bundle
        List<String> rooms = bundle.equals("core")
                ? List.of("core.", "op.", "ops.", "compile.", "program.", "tensor.")
                : List.of(bundle + ".");
        for (String key : load(bundle, "en").keySet()) {
            assertTrue(bundle.equals("panels") || rooms.stream().anyMatch(key::startsWith), key);
        }
    }

    @ParameterizedTest
    @FieldSource("bundles")
    void everyTextIsAPatternWithTheSameArgumentsInBothLanguages(String bundle) throws IOException {
        var english = load(bundle, "en");
        var chinese = load(bundle, "zh_CN");
        List<String> wrong = new ArrayList<>();
        english.forEach((key, text) -> {
            assertFalse(text.isBlank(), key);
            var en = arguments(key, text, Locale.ENGLISH);
            var zh = arguments(key, chinese.getOrDefault(key, ""), Locale.SIMPLIFIED_CHINESE);
            if (!en.equals(zh)) {
                wrong.add(key + ": " + en + " and " + zh);
            }
        });
        assertEquals(List.of(), wrong);
    }

    /// Which arguments a pattern makes use of, found by formatting it with marks that cannot occur otherwise.
    private static Set<Integer> arguments(String key, String pattern, Locale locale) {
        var used = new TreeSet<Integer>();
        try {
            var format = new MessageFormat(pattern, locale);
            for (int i = 0; i < format.getFormatsByArgumentIndex().length; i++) {
                if (pattern.contains("{" + i)) {
                    used.add(i);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new AssertionError(key + " is no pattern: " + pattern, e);
        }
        return used;
    }

    private static SortedMap<String, String> load(String bundle, String language) throws IOException {
        var properties = new Properties();
        String file = "/i18n/" + bundle + "_" + language + ".properties";
        try (var in = new InputStreamReader(BundlesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        var map = new TreeMap<String, String>();
        properties.forEach((k, v) -> map.put((String) k, (String) v));
        return map;
    }
}
