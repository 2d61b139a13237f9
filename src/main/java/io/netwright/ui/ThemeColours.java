package io.netwright.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colours of a theme for pictures that no scene draws, read from the style sheets that the window uses, so that
/// they are written once.
public final class ThemeColours {

    private static final Pattern TOKEN = Pattern.compile("-nw-([a-z-]+):\\s*(#[0-9a-fA-F]{3,8})");

    private ThemeColours() {}

    /// @return the colours of a theme by name without the prefix, such as `canvas` or `family-dense`
    public static Map<String, String> of(Theme.Mode mode) {
        Map<String, String> colours = new HashMap<>();
        for (String sheet : new String[] {"tokens", "tokens-" + mode.key()}) {
            Matcher token = TOKEN.matcher(read("/styles/" + sheet + ".css"));
            while (token.find()) {
                colours.put(token.group(1), token.group(2));
            }
        }
        return colours;
    }

    private static String read(String resource) {
        try (InputStream in = ThemeColours.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
