package io.netwright.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The type faces that the program ships in `assets/fonts`. A face that is missing or cannot be read is replaced by the
/// platform's own; the program works all the same.
final class Fonts {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "Inter-Italic.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf",
            "JetBrainsMono-Bold.ttf",
            "LinLibertine_R.otf",
            "LinLibertine_RI.otf",
            "LinLibertine_RB.otf",
            "STIXMath-Regular.otf",
            "NotoSansCJKsc-Regular-GB2312.otf",
            "NotoSansCJKsc-Bold-GB2312.otf");

    private static boolean loaded;

    private Fonts() {}

    /// Makes the shipped faces known to JavaFX, once.
    static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + file)) {
                if (in == null || Font.loadFont(in, -1) == null) {
                    LOG.warn("font {} is missing or unreadable; the platform's own face stands in", file);
                }
            } catch (IOException e) {
                LOG.warn("font {} could not be read", file, e);
            }
        }
    }
}
