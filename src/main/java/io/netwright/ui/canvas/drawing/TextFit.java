package io.netwright.ui.canvas.drawing;

/// Cuts text to a width without asking a screen: by the advances of a sans face, rounded up, in four classes.
final class TextFit {

    private static final double NARROW = 0.32;
    private static final double NORMAL = 0.58;
    private static final double WIDE = 0.7;
    private static final double FULL = 1;

    private TextFit() {}

    /// @param size the height of an em
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextFit::advance).sum() * size;
    }

    /// @return the text, or as much of it as fits with an ellipsis behind
    static String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        double room = width / size - advance('…');
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            room -= advance(c);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    private static double advance(int c) {
        if (c >= 0x2e80) {
            return FULL;
        }
        if (" ijlIftr.,:;'|!()[]·".indexOf(c) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(c) || "mwMW%@…→∈⊙Σ".indexOf(c) >= 0 ? (c == 'W' || c == 'M' ? 0.9 : WIDE) : NORMAL;
    }
}
