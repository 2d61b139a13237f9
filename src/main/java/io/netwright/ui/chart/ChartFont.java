package io.netwright.ui.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The type faces of charts. JFreeChart measures with AWT, which does not see the fonts that JavaFX has loaded, and
/// JavaFX draws what was measured, by the family's name; so both must know the same faces by the same names.
final class ChartFont {

    private static final Logger LOG = LoggerFactory.getLogger(ChartFont.class);
    /// The shipped face that has Chinese characters; the others have none.
    private static final String CHINESE = "Noto Sans CJK SC";

    static {
        register("Inter-Regular.otf");
        register("NotoSansCJKsc-Regular-GB2312.otf");
    }

    private ChartFont() {}

    /// @param family that the language asks for
    /// @param words  which are written in it
    /// @param size   in pixels
    /// @return that face, or the one that has all the characters
    static Font of(String family, String words, int size) {
        boolean chinese =
                words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return new Font(chinese ? CHINESE : family, Font.PLAIN, size);
    }

    private static void register(String file) {
        try (InputStream in = ChartFont.class.getResourceAsStream("/fonts/" + file)) {
            if (in != null) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
            }
        } catch (IOException | FontFormatException e) {
            LOG.warn("the charts' type face {} could not be read; the platform's own stands in", file, e);
        }
    }
}
