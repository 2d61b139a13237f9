package io.netwright.ui.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The type face of charts. JFreeChart measures with AWT, which does not see the fonts that JavaFX has loaded.
final class ChartFont {

    private static final Logger LOG = LoggerFactory.getLogger(ChartFont.class);
    private static final Font FACE = load();

    private ChartFont() {}

    /// @return the face at `size` pixels
    static Font of(float size) {
        return FACE.deriveFont(size);
    }

    private static Font load() {
        try (InputStream in = ChartFont.class.getResourceAsStream("/fonts/Inter-Regular.otf")) {
            if (in != null) {
                Font face = Font.createFont(Font.TRUETYPE_FONT, in);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(face);
                // by its family, which is how JavaFX is asked for it, too
                return new Font(face.getFamily(Locale.ENGLISH), Font.PLAIN, 12);
            }
        } catch (IOException | FontFormatException e) {
            LOG.warn("the charts' type face could not be read; the platform's own stands in", e);
        }
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }
}
