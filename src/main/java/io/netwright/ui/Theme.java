package io.netwright.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/// How the window looks: AtlantaFX beneath, our style sheets with the tokens of the look above.
///
/// It is a matter of each scene, not of the whole program: two windows (or two pictures taken in one run) may have
/// different themes. Popups and tooltips take theirs from the window they belong to; a second window needs an
/// [#attach] of its own. Used on the JavaFX thread.
public final class Theme {

    /// Light or dark.
    public enum Mode {
        LIGHT,
        DARK;

        /// @return the other one
        public Mode other() {
            return this == LIGHT ? DARK : LIGHT;
        }

        /// @return `light` or `dark`, as in style sheets and on the command line
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ObjectProperty<Mode> mode;
    private final Words words;

    /// @param mode  to begin with
    /// @param words whose language chooses the type face
    public Theme(Mode mode, Words words) {
        this.mode = new SimpleObjectProperty<>(mode);
        this.words = words;
        Fonts.load();
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public Mode mode() {
        return mode.get();
    }

    public boolean isDark() {
        return mode.get() == Mode.DARK;
    }

    /// Dresses `scene`, now and after each change of theme or language.
    public void attach(Scene scene) {
        dress(scene);
        ChangeListener<Object> change = (property, was, is) -> dress(scene);
        // the listeners live as long as the theme does, which is as long as the window
        mode.addListener(change);
        words.messagesProperty().addListener(change);
    }

    private void dress(Scene scene) {
        scene.setUserAgentStylesheet((isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheets(mode.get(), words.locale()));
    }

    private static List<String> sheets(Mode mode, Locale locale) {
        String type = locale.getLanguage().equals("zh") ? "type-zh" : "type-en";
        return List.of(
                url("tokens-" + mode.key()),
                url("tokens"),
                url(type),
                url("base"),
                url("shell"),
                url("design"),
                url("canvas"),
                url("panels"));
    }

    private static String url(String sheet) {
        URL url = Theme.class.getResource("/styles/" + sheet + ".css");
        return Objects.requireNonNull(url, sheet).toExternalForm();
    }
}
