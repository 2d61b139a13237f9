package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    @Test
    void anotherReaderFindsEveryPixelWithItsTransparency() throws IOException {
        var image = new WritableImage(7, 5);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                image.getPixelWriter().setArgb(x, y, argb(x, y));
            }
        }
        var bytes = new ByteArrayOutputStream();
        Png.write(image, bytes);

        var read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(7, read.getWidth());
        assertEquals(5, read.getHeight());
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                assertEquals(Integer.toHexString(argb(x, y)), Integer.toHexString(read.getRGB(x, y)), x + ", " + y);
            }
        }
    }

    // opaque in the first row, so that colours survive exactly; half transparent black and white below
    private static int argb(int x, int y) {
        return y == 0
                ? 0xff000000 | (x * 37 << 16) | (x * 91 % 256 << 8) | (255 - x)
                : ((x + 1) * 30) << 24 | (y % 2 == 0 ? 0 : 0xffffff);
    }
}
