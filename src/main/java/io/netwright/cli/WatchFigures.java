package io.netwright.cli;

import io.netwright.cli.CanvasFigures.Frames;
import java.util.List;

/// What it costs to watch a network being trained.
///
/// @param project which sample project was trained
/// @param closed  steps a second with the training panel out of sight, the median of the slices
/// @param open    with the panel in sight
/// @param ratio   how many times as long a step takes with the panel in sight: the median over neighbouring slices
/// @param chart   what a frame of the loss chart costs, by how many steps the run has
public record WatchFigures(String project, double closed, double open, double ratio, List<Chart> chart) {

    /// @param points steps of the run
    /// @param frames from the losses to the last pixel
    public record Chart(int points, Frames frames) {}
}
