package io.netwright.cli;

import java.util.Arrays;

/// What the canvas costs with a network of some size; times in milliseconds, in software at 1280 x 800.
///
/// @param nodes  how large the network is
/// @param layout automatic layout, off the JavaFX thread
/// @param open   from a network with places to its first frame
/// @param edit   frames in which a setting changes; compiling, which runs beside, is not in them
/// @param pan    frames of panning at 100 %
/// @param zoom   frames of zooming out and in
/// @param whole  frames of panning with everything in sight
public record CanvasFigures(int nodes, double layout, double open, Frames edit, Frames pan, Frames zoom, Frames whole) {

    /// @param median half of the frames took no longer
    /// @param p99    nor did 99 of 100 take longer than this
    public record Frames(double median, double p99) {

        /// @param times of the frames, in milliseconds, in any order
        public static Frames of(double[] times) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            int frames = sorted.length;
            return new Frames(sorted[frames / 2], sorted[Math.min(frames - 1, (int) Math.ceil(frames * 0.99) - 1)]);
        }
    }
}
