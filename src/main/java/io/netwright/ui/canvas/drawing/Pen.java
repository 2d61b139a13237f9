package io.netwright.ui.canvas.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a drawing is written with: a few shapes and text, in the canvas's coordinates, y downwards. Colours are written
/// `#rrggbb`.
interface Pen {

    /// Where text stands to the point that it is given.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// What text is set in.
    enum Face {
        REGULAR,
        STRONG,
        MONO
    }

    /// Begins what belongs to one card, which is called `spoken` by programs that read pictures aloud.
    void begin(String spoken);

    /// Ends what [#begin] began.
    void end();

    /// A rectangle with round corners.
    ///
    /// @param stroke of a frame of width 1 that lies within the rectangle; null without one
    void rect(Rect r, double radius, String fill, @Nullable String stroke);

    /// A line through points and bends; `closed` joins its end to its start.
    void line(List<Route.Piece> pieces, boolean closed, String stroke, double width);

    /// A circle with a line of width 1.5 around it.
    void circle(Point centre, double radius, String fill, String stroke);

    /// One line of text, with its baseline at y.
    void text(Point at, Anchor anchor, Face face, double size, String colour, String words);
}
