package io.netwright.ui;

import io.netwright.data.DataSet;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Makes pictures of samples that are pictures, each pixel a square of one colour: what the network sees, not a
/// smoothed version of it.
public final class Pictures {

    private Pictures() {}

    /// @param side at least so many pixels of the screen across, the picture's pixels being whole
    /// @return sample `index`: grey for one channel, red, green and blue for three or more
    public static WritableImage of(DataSet set, int index, int side) {
        int channels = set.sampleShape().size(0);
        int height = set.sampleShape().size(1);
        int width = set.sampleShape().size(2);
        int zoom = Math.max(1, (int) Math.round((double) side / Math.max(width, height)));
        double[] values = new double[set.width()];
        set.features(index, values, 0);
        DataSet.Range range = set.range() == null ? rangeOf(values) : set.range();
        WritableImage image = new WritableImage(width * zoom, height * zoom);
        for (int y = 0; y < height * zoom; y++) {
            for (int x = 0; x < width * zoom; x++) {
                int pixel = y / zoom * width + x / zoom;
                double red = light(values[pixel], range);
                double green = channels < 3 ? red : light(values[width * height + pixel], range);
                double blue = channels < 3 ? red : light(values[2 * width * height + pixel], range);
                image.getPixelWriter().setColor(x, y, Color.color(red, green, blue));
            }
        }
        return image;
    }

    private static double light(double value, DataSet.Range range) {
        return Math.clamp((value - range.min()) / (range.max() - range.min()), 0, 1);
    }

    private static DataSet.Range rangeOf(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return new DataSet.Range(min, max > min ? max : min + 1);
    }
}
