package io.netwright.ui.canvas.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The colours of a theme by name, read from its style sheets: written there once, for the screen and for pictures.
public final class Tokens {

    private static final Pattern COLOUR = Pattern.compile("(-nw-[a-z-]+)\\s*:\\s*(#[0-9a-fA-F]{6})\\s*;");

    private final Map<String, String> colours = new HashMap<>();

    private Tokens(String... sheets) {
        for (String sheet : sheets) {
            Matcher m = COLOUR.matcher(read(sheet));
            while (m.find()) {
                colours.put(m.group(1), m.group(2));
            }
        }
    }

    /// @param theme `light` or `dark`
    public static Tokens of(String theme) {
        return new Tokens("tokens", "tokens-" + theme);
    }

    /// @param name without its prefix, such as `canvas` or `family-dense`
    /// @return such as `#0f1217`
    public String colour(String name) {
        String colour = colours.get("-nw-" + name);
        if (colour == null) {
            throw new IllegalArgumentException("no colour -nw-" + name);
        }
        return colour;
    }

    private static String read(String sheet) {
        String path = "/styles/" + sheet + ".css";
        try (InputStream in = Tokens.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
