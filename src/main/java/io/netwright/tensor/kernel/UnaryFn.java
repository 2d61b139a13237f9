package io.netwright.tensor.kernel;

/// The functions of one number that [io.netwright.op.Unary] applies to each element.
public enum UnaryFn {
    NEGATE,
    SQUARE,
    SQRT,
    /// `1 / sqrt(x)`
    RSQRT,
    RECIPROCAL,
    EXP,
    LOG,
    ABS,
    RELU,
    /// `max(0, x) + alpha * min(0, x)`
    LEAKY_RELU,
    SIGMOID,
    TANH,
    /// `x * Phi(x)` with the exact normal distribution function. Hendrycks and Gimpel, 2016.
    GELU,
    /// `ln(1 + e^x)`
    SOFTPLUS;

    /// @return the parameter that holds where none is given; 0 for functions without one
    public double defaultAlpha() {
        return this == LEAKY_RELU ? 0.01 : 0;
    }

    /// @return the name in step frames, such as `LeakyRelu`
    public String text() {
        return switch (this) {
            case NEGATE -> "Negate";
            case SQUARE -> "Square";
            case SQRT -> "Sqrt";
            case RSQRT -> "1/Sqrt";
            case RECIPROCAL -> "Reciprocal";
            case EXP -> "Exp";
            case LOG -> "Log";
            case ABS -> "Abs";
            case RELU -> "ReLU";
            case LEAKY_RELU -> "LeakyReLU";
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
            case GELU -> "GELU";
            case SOFTPLUS -> "Softplus";
        };
    }
}
