package io.netwright.exchange.onnx;

import io.netwright.op.Affine;
import io.netwright.op.BatchNormInference;
import io.netwright.op.Binary;
import io.netwright.op.ScaleColumns;
import io.netwright.op.Unary;
import java.util.Arrays;
import java.util.List;

/// Ops that see one element of each operand at a time.
final class Elementwise {

    private Elementwise() {}

    static void affine(Call c, Affine op) {
        if (op.scale() == 1 && op.shift() == 0) {
            c.result("Identity", c.in());
        } else if (op.shift() == 0) {
            c.result("Mul", List.of(c.x(), c.number("scale", op.scale())));
        } else {
            String scaled = op.scale() == 1 ? c.x() : c.step("Mul", List.of(c.x(), c.number("scale", op.scale())));
            c.result("Add", List.of(scaled, c.number("shift", op.shift())));
        }
    }

    static void scaleColumns(Call c, ScaleColumns op) {
        double[] factors =
                op.factors().stream().mapToDouble(Double::doubleValue).toArray();
        String name = c.graph().constant(c.instruction().node() + ".factors", factors, factors.length);
        c.result("Mul", List.of(c.x(), name));
    }

    static void binary(Call c, Binary op) {
        String type =
                switch (op.fn()) {
                    case ADD -> "Add";
                    case SUB -> "Sub";
                    case MUL -> "Mul";
                    case DIV -> "Div";
                    case MAX -> "Max";
                };
        c.result(type, c.in());
    }

    static void unary(Call c, Unary op) {
        switch (op.fn()) {
            case NEGATE -> c.result("Neg", c.in());
            case SQUARE -> c.result("Mul", List.of(c.x(), c.x()));
            case SQRT -> c.result("Sqrt", c.in());
            case RSQRT -> c.result("Reciprocal", List.of(c.step("Sqrt", c.in())));
            case RECIPROCAL -> c.result("Reciprocal", c.in());
            case EXP -> c.result("Exp", c.in());
            case LOG -> c.result("Log", c.in());
            case ABS -> c.result("Abs", c.in());
            case RELU -> c.result("Relu", c.in());
            case LEAKY_RELU -> leakyRelu(c, op.alpha());
            case SIGMOID -> c.result("Sigmoid", c.in());
            case TANH -> c.result("Tanh", c.in());
            case GELU -> gelu(c);
            case SOFTPLUS -> softplus(c);
            case AT_LEAST -> c.result("Max", List.of(c.x(), c.number("least", op.alpha())));
            case AT_MOST -> c.result("Min", List.of(c.x(), c.number("most", op.alpha())));
            case POWER -> c.result("Pow", List.of(c.x(), c.number("exponent", op.alpha())));
            case ELU -> elu(c, op.alpha());
            case SILU -> silu(c);
            case GELU_TANH -> geluTanh(c);
        }
    }

    /// In float64 not as the operator: its slope is an attribute and so of 32 bits, and ONNX Runtime does not have it
    /// in float64 at every opset.
    private static void leakyRelu(Call c, double slope) {
        if (c.isFloat64()) {
            String sloped = c.step("Mul", List.of(c.x(), c.number("slope", slope)));
            c.result(slope <= 1 ? "Max" : "Min", List.of(c.x(), sloped));
        } else {
            c.result("LeakyRelu", c.in(), Attributes.real("alpha", slope));
        }
    }

    /// `x / 2 * (1 + erf(x / sqrt 2))`; an operator of its own (exact by default) from opset 20.
    private static void gelu(Call c) {
        if (c.opset().has(20)) {
            c.result("Gelu", c.in());
            return;
        }
        String scaled = c.step("Div", List.of(c.x(), c.number("sqrt2", Math.sqrt(2))));
        String erf = c.step("Erf", List.of(scaled));
        String twicePhi = c.step("Add", List.of(erf, c.number("one", 1)));
        String twice = c.step("Mul", List.of(c.x(), twicePhi));
        c.result("Mul", List.of(twice, c.number("half", 0.5)));
    }

    /// In float64 spelled out: alpha is an attribute and so of 32 bits.
    private static void elu(Call c, double alpha) {
        if (!c.isFloat64()) {
            c.result("Elu", c.in(), Attributes.real("alpha", alpha));
            return;
        }
        String left = c.step("Min", List.of(c.x(), c.number("zero", 0)));
        String below = c.step("Sub", List.of(c.step("Exp", List.of(left)), c.number("one", 1)));
        String scaled = c.step("Mul", List.of(below, c.number("alpha", alpha)));
        c.result("Add", List.of(c.step("Relu", c.in()), scaled));
    }

    /// In float64 without a sigmoid: ONNX Runtime joins `x * sigmoid(x)` to an operator that it has in float32 only.
    private static void silu(Call c) {
        if (!c.isFloat64()) {
            c.result("Mul", List.of(c.x(), c.step("Sigmoid", c.in())));
            return;
        }
        String grown = c.step("Exp", List.of(c.step("Neg", c.in())));
        c.result("Div", List.of(c.x(), c.step("Add", List.of(grown, c.number("one", 1)))));
    }

    /// Spelled out at every opset: `Gelu` has this form from opset 20 only, and only in float32.
    private static void geluTanh(Call c) {
        String square = c.step("Mul", List.of(c.x(), c.x()));
        String bent = c.step("Mul", List.of(square, c.number("cubic", 0.044715)));
        String factor = c.step("Add", List.of(bent, c.number("one", 1)));
        String scaled = c.step("Mul", List.of(c.x(), c.number("scale", Math.sqrt(2 / Math.PI))));
        String tanh = c.step("Tanh", List.of(c.step("Mul", List.of(scaled, factor))));
        String half = c.step("Mul", List.of(c.x(), c.number("half", 0.5)));
        c.result("Mul", List.of(half, c.step("Add", List.of(tanh, c.number("one", 1)))));
    }

    /// In float64 not as the operator, which ONNX Runtime has in float32 only.
    private static void softplus(Call c) {
        if (!c.isFloat64()) {
            c.result("Softplus", c.in());
            return;
        }
        String small = c.step("Exp", List.of(c.step("Neg", List.of(c.step("Abs", c.in())))));
        String log = c.step("Log", List.of(c.step("Add", List.of(small, c.number("one", 1)))));
        c.result("Add", List.of(c.step("Relu", c.in()), log));
    }

    /// `BatchNormalization` in its inference form. In float64 spelled out: its epsilon is an attribute and so
    /// of 32 bits.
    static void batchNorm(Call c, BatchNormInference op) {
        if (!c.isFloat64()) {
            c.result("BatchNormalization", c.in(), Attributes.real("epsilon", op.epsilon()));
            return;
        }
        String centred = c.step("Sub", List.of(c.x(), perChannel(c, 3)));
        String variance = c.step("Add", List.of(perChannel(c, 4), c.number("epsilon", op.epsilon())));
        String normal = c.step("Div", List.of(centred, c.step("Sqrt", List.of(variance))));
        String scaled = c.step("Mul", List.of(normal, perChannel(c, 1)));
        c.result("Add", List.of(scaled, perChannel(c, 2)));
    }

    /// @return an operand of one number a channel, with the axes behind the channels that make it repeat over them
    private static String perChannel(Call c, int operand) {
        int rank = c.shape(0).rank();
        if (rank == 2) {
            return c.in().get(operand);
        }
        long[] dims = new long[rank - 1];
        Arrays.fill(dims, 1);
        dims[0] = c.shape(operand).size(0);
        return c.step("Reshape", List.of(c.in().get(operand), c.integers("per_channel", dims)));
    }
}
