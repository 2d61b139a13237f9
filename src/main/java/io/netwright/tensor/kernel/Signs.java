package io.netwright.tensor.kernel;

/// The sign as a number, to compute with where a branch would be guessed wrong half the time.
final class Signs {

    private Signs() {}

    /// @return 1 for a negative number, otherwise 0
    static int negative(float x) {
        return Float.floatToRawIntBits(x) >>> 31;
    }

    /// @return 1 for a negative number, otherwise 0
    static int negative(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 63);
    }
}
