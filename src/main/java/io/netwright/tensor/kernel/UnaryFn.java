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
    SOFTPLUS,
    /// `max(x, alpha)`
    AT_LEAST,
    /// `min(x, alpha)`
    AT_MOST,
    /// `x^alpha`, for x that is not negative
    POWER,
    /// `x` right of 0, `alpha (e^x - 1)` left of it
    ELU,
    /// `x * sigmoid(x)`
    SILU,
    /// `x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))`, which is close to [#GELU]
    GELU_TANH;

    /// @return the parameter that holds where none is given; 0 for functions without one
    public double defaultAlpha() {
        return switch (this) {
            case LEAKY_RELU -> 0.01;
            case ELU, POWER -> 1;
            default -> 0;
        };
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
            case AT_LEAST -> "AtLeast";
            case AT_MOST -> "AtMost";
            case POWER -> "Power";
            case ELU -> "ELU";
            case SILU -> "SiLU";
            case GELU_TANH -> "TanhGELU";
        };
    }
}
