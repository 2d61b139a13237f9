package io.netwright.cli;

import io.netwright.cli.CanvasFigures.Frames;

/// How quickly the step view goes from frame to frame; times in milliseconds.
///
/// @param project which sample project was stepped through
/// @param frames  how many frames its step has
/// @param next    from a press on Next to the last pixel
public record StepFigures(String project, int frames, Frames next) {}
