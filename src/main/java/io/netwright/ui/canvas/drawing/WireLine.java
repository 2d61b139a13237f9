package io.netwright.ui.canvas.drawing;

import io.netwright.network.Wire;
import org.jspecify.annotations.Nullable;

/// A wire as the canvas shows it.
///
/// @param wire  what it stands for
/// @param route its way around the cards
/// @param chip  the shape of what flows through it, at a free place; null where there is none
/// @param bad   whether what flows through it is not accepted where it ends
public record WireLine(Wire wire, Route route, @Nullable Chip chip, boolean bad) {

    /// A shape on a wire.
    ///
    /// @param known whether the shape could be inferred; the text is a question mark otherwise
    public record Chip(Rect bounds, String text, boolean known) {}
}
