package io.netwright.ui.evaluate;

import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.jspecify.annotations.Nullable;

/// A picture from a file, made as small as a network takes it.
final class PictureFile {

    private PictureFile() {}

    /// Reads the largest middle part of a picture that has the wanted proportions. Each pixel is the mean of all that
    /// it covers; what is transparent is white.
    ///
    /// @return how light each pixel is (luma of ITU-R BT.601), from 0 to 1, row by row
    /// @throws UserException where the file cannot be read, or is no picture
    static double[] read(Path file, int width, int height) {
        Image image;
        try (InputStream in = Files.newInputStream(file)) {
            image = new Image(in);
        } catch (IOException e) {
            throw refuse(file, e);
        }
        PixelReader pixels = image.getPixelReader();
        if (image.isError() || pixels == null) {
            throw refuse(file, image.getException());
        }
        double side = Math.min(image.getWidth() / width, image.getHeight() / height);
        double left = (image.getWidth() - width * side) / 2;
        double top = (image.getHeight() - height * side) / 2;
        double[] light = new double[width * height];
        for (int row = 0; row < height; row++) {
            for (int col = 0; col < width; col++) {
                light[row * width + col] = mean(pixels, left + col * side, top + row * side, side);
            }
        }
        return light;
    }

    /// @return the mean lightness of a square, in which a pixel counts by how much of it is inside
    private static double mean(PixelReader pixels, double left, double top, double side) {
        double sum = 0;
        double area = 0;
        // a rounding error must not lead to a pixel beyond the last one, of which nothing is inside
        for (int y = (int) (top + 1e-9); y < top + side - 1e-9; y++) {
            double high = Math.min(y + 1, top + side) - Math.max(y, top);
            for (int x = (int) (left + 1e-9); x < left + side - 1e-9; x++) {
                double inside = high * (Math.min(x + 1, left + side) - Math.max(x, left));
                sum += inside * light(pixels.getArgb(x, y));
                area += inside;
            }
        }
        return sum / area;
    }

    private static double light(int argb) {
        double opaque = (argb >>> 24) / 255.0;
        double luma = (0.299 * (argb >> 16 & 0xff) + 0.587 * (argb >> 8 & 0xff) + 0.114 * (argb & 0xff)) / 255;
        return opaque * luma + 1 - opaque;
    }

    private static UserException refuse(Path file, @Nullable Throwable cause) {
        return Refusal.inFile(
                file.toString(),
                "",
                Message.of("panels.evaluate.try.noPicture", String.valueOf(file.getFileName())),
                Message.of("panels.evaluate.try.pictures"),
                Message.of("panels.evaluate.try.unread"),
                cause);
    }
}
