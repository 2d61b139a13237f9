package io.netwright.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;

/// What the program remembers between two runs, for this person on this machine: theme, language, recent projects, the
/// window's size. None of it belongs to a project.
public final class Settings {

    /// How many recent projects are remembered.
    public static final int RECENT = 8;

    private final Preferences node;

    private final @Nullable Path folder;

    /// @param node   where it is kept
    /// @param folder for what is kept as files; null where nothing is
    public Settings(Preferences node, @Nullable Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /// @param node where it is kept
    public Settings(Preferences node) {
        this(node, null);
    }

    /// @return the settings of the person who runs the program
    public static Settings ofUser() {
        return new Settings(
                Preferences.userRoot().node("io/netwright"), userFolder(System.getenv(), System.getProperties()));
    }

    /// @return where programs keep a person's files on this system
    static Path userFolder(Map<String, String> environment, Properties properties) {
        String home = properties.getProperty("user.home", ".");
        String system = properties.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "Netwright");
        }
        if (system.startsWith("Mac")) {
            return Path.of(home, "Library", "Application Support", "Netwright");
        }
        String set = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (set.isBlank() ? Path.of(home, ".config") : Path.of(set)).resolve("netwright");
    }

    /// @return where the pieces of the person's palette are kept
    public Optional<Path> palette() {
        return Optional.ofNullable(folder).map(f -> f.resolve("palette"));
    }

    /// @return settings that nobody set yet and that are gone with the program, for pictures and tests
    public static Settings forgetful() {
        return new Settings(new MemoryPreferences());
    }

    public Theme.Mode theme() {
        return "dark".equals(node.get("theme", "light")) ? Theme.Mode.DARK : Theme.Mode.LIGHT;
    }

    public void setTheme(Theme.Mode mode) {
        node.put("theme", mode.key());
    }

    /// @return the chosen language; before any choice the machine's, where the program speaks it, else English
    public Locale locale() {
        String chosen = node.get("language", Locale.getDefault().getLanguage());
        return chosen.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    public void setLocale(Locale locale) {
        node.put("language", locale.getLanguage());
    }

    /// @return the width and height the window had, in pixels
    public Optional<double[]> windowSize() {
        double width = node.getDouble("width", 0);
        double height = node.getDouble("height", 0);
        return width > 0 && height > 0 ? Optional.of(new double[] {width, height}) : Optional.empty();
    }

    public void setWindowSize(double width, double height) {
        node.putDouble("width", width);
        node.putDouble("height", height);
    }

    /// @return the projects that were open last, newest first
    public List<Path> recent() {
        List<Path> paths = new ArrayList<>();
        for (String line : node.get("recent", "").split("\n")) {
            try {
                if (!line.isBlank()) {
                    paths.add(Path.of(line));
                }
            } catch (InvalidPathException e) {
                // written by a run on another system; it is of no use here
            }
        }
        return paths;
    }

    /// Puts a project in front of the recent ones.
    public void opened(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<Path> paths = new ArrayList<>(recent());
        paths.remove(absolute);
        paths.addFirst(absolute);
        // a value of java.util.prefs holds 8 KB at most
        int room = Preferences.MAX_VALUE_LENGTH;
        List<String> kept = new ArrayList<>();
        for (Path path : paths.subList(0, Math.min(RECENT, paths.size()))) {
            room -= path.toString().length() + 1;
            if (room >= 0) {
                kept.add(path.toString());
            }
        }
        node.put("recent", String.join("\n", kept));
    }

    /// Forgets a project that is not there any more.
    public void forget(Path folder) {
        List<String> kept = recent().stream()
                .filter(p -> !p.equals(folder.toAbsolutePath().normalize()))
                .map(Path::toString)
                .toList();
        node.put("recent", String.join("\n", kept));
    }
}
