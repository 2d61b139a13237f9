package io.netwright.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the command line asks of the window, which it does not know itself. Implemented by `app`.
public interface Desktop {

    /// Opens the designer and returns when its window is closed; with no display, does the tour instead.
    ///
    /// @param project null for the welcome page
    /// @return the exit code
    int open(@Nullable Path project);

    /// Writes a picture of a project's canvas.
    ///
    /// @param out `.png`, `.svg` or `.pdf`
    void render(Path project, String theme, Path out);

    /// Writes a picture of the window as it is with a project open, without a display.
    void screenshot(Shot shot);

    /// Measures the canvas without a display.
    ///
    /// @param nodes  how large the network is
    /// @param frames how many are measured of each kind
    CanvasFigures benchCanvas(int nodes, int frames);

    /// Measures what it costs to watch a network being trained, without a display.
    ///
    /// @param sample which sample project is trained
    /// @param pairs  of slices, one with the training panel in sight and one without
    /// @param frames of the loss chart that are measured for each length of a run; 0 for none
    WatchFigures benchWatch(String sample, int pairs, int frames);

    /// Measures how quickly the step view goes from frame to frame, without a display.
    ///
    /// @param sample which sample project is stepped through
    /// @param frames how many are measured
    StepFigures benchStepping(String sample, int frames);

    /// @param view     `design`, `data`, `train`, `step`, `evaluate` or `export`
    /// @param theme    `light` or `dark`
    /// @param language `en` or `zh`
    /// @param frame    of the step view, as the window counts, from 1; null for where the view begins
    record Shot(
            Path project,
            String view,
            String theme,
            String language,
            int width,
            int height,
            @Nullable Integer frame,
            Teaching teaching,
            Path out) {}

    /// @param presenter whether everything is drawn large
    /// @param lesson    a lesson to be played in place of the project, and the step of it from 1: `one-neuron:4`; null
    ///                  for none
    record Teaching(boolean presenter, @Nullable String lesson) {}
}
