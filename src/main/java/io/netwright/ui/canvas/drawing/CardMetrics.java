package io.netwright.ui.canvas.drawing;

import io.netwright.edit.Room;

/// How large cards are and where their ports sit, in pixels at 100 %. Independent of fonts and views, so that the
/// layout is the same on every machine.
public final class CardMetrics {

    public static final double WIDTH = Room.WIDTH;

    /// A card with one port on each side and no problem.
    public static final double HEIGHT = Room.HEIGHT;

    /// From a card's upper edge to its first port. It does not depend on what else the card shows, so that a wire stays
    /// where it is when a problem appears.
    public static final double PORT_Y = 28;

    public static final double PORT_RADIUS = 4.5;

    /// Where several ports share a side, each has a row of its own below the summary.
    static final double PORT_ROW = 20;

    static final double PROBLEM_LINE = 15;
    static final double PROBLEM_PADDING = 8;
    static final int PROBLEM_MOST_LINES = 3;
    private static final int CHARACTERS_A_LINE = 24;

    private CardMetrics() {}

    static boolean hasPortRows(int inputs, int outputs) {
        return inputs > 1 || outputs > 1;
    }

    /// @param index of the port on its side
    static double portY(boolean rows, int index) {
        return rows ? HEIGHT + (index + 0.5) * PORT_ROW - 2 : PORT_Y;
    }

    static double height(int inputs, int outputs, int problemLines) {
        double height = HEIGHT;
        if (hasPortRows(inputs, outputs)) {
            height += Math.max(inputs, outputs) * PORT_ROW + 4;
        }
        if (problemLines > 0) {
            height += problemLines * PROBLEM_LINE + PROBLEM_PADDING;
        }
        return height;
    }

    /// @return on how many lines a problem is told; what does not fit is in the tooltip
    static int problemLines(String text) {
        int width = text.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum();
        return Math.clamp(Math.ceilDiv(width, CHARACTERS_A_LINE), 1, PROBLEM_MOST_LINES);
    }
}
