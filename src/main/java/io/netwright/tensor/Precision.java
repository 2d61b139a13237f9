package io.netwright.tensor;

/// How many bits a number of a run has.
public enum Precision {
    /// IEEE 754 single, the default for training, as elsewhere in the field.
    FLOAT32("float32", 4),
    /// IEEE 754 double, for teaching and for the gradient check.
    FLOAT64("float64", 8);

    private final String text;
    private final int bytes;

    Precision(String text, int bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /// @return the name in files and on the command line
    public String text() {
        return text;
    }

    /// @return bytes a number
    public int bytes() {
        return bytes;
    }

    /// @return the precision of that name
    /// @throws IllegalArgumentException for any other
    public static Precision parse(String text) {
        for (Precision p : values()) {
            if (p.text.equals(text)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no precision '" + text + "'");
    }
}
