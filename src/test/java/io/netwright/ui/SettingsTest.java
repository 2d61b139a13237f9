package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Settings settings = Settings.forgetful();

    @Test
    void whatIsSetComesBack() {
        settings.setTheme(Theme.Mode.DARK);
        settings.setLocale(Locale.SIMPLIFIED_CHINESE);
        settings.setWindowSize(1400, 900);
        assertEquals(Theme.Mode.DARK, settings.theme());
        assertEquals(Locale.SIMPLIFIED_CHINESE, settings.locale());
        assertEquals(1400, settings.windowSize().orElseThrow()[0]);
        settings.setLocale(Locale.ENGLISH);
        assertEquals(Locale.ENGLISH, settings.locale());
    }

    @Test
    void theNewestProjectIsFirstAndNoneIsTwice() {
        settings.opened(Path.of("a"));
        settings.opened(Path.of("b"));
        settings.opened(Path.of("a"));
        assertEquals(List.of(absolute("a"), absolute("b")), settings.recent());
        settings.forget(Path.of("b"));
        assertEquals(List.of(absolute("a")), settings.recent());
    }

    @Test
    void onlySoManyProjectsAreRemembered() {
        for (int i = 0; i < 20; i++) {
            settings.opened(Path.of("p" + i));
        }
        assertEquals(Settings.RECENT, settings.recent().size());
        assertEquals(absolute("p19"), settings.recent().getFirst());
    }

    @Test
    void foldersWithEndlessNamesDoNotBreakIt() {
        for (int i = 0; i < 8; i++) {
            settings.opened(Path.of("x".repeat(2_000) + i));
        }
        assertEquals(absolute("x".repeat(2_000) + 7), settings.recent().getFirst());
    }

    private static Path absolute(String name) {
        return Path.of(name).toAbsolutePath();
    }
}
