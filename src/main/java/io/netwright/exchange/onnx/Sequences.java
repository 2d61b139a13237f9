package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.exchange.onnx.proto.TensorProto;
import io.netwright.op.AttentionSoftmax;
import io.netwright.op.Ctc;
import io.netwright.op.CtcGrad;
import io.netwright.op.Embedding;
import io.netwright.op.EmbeddingGrad;
import io.netwright.op.HeadMatMul;
import io.netwright.op.Normalise;
import io.netwright.op.NormaliseGrad;
import io.netwright.op.Permute;
import io.netwright.op.Recurrent;
import io.netwright.op.RecurrentGrad;
import io.netwright.op.RecurrentPart;
import io.netwright.op.Rotary;
import io.netwright.op.SequenceOp;
import io.netwright.op.SinusoidTable;
import io.netwright.op.StepMask;
import java.util.Arrays;
import java.util.List;

/// Ops of sequence models.
final class Sequences {

    /// What is added to a score that must not be seen: far below all others, and finite in float32.
    private static final double UNSEEN = -1e30;

    private Sequences() {}

    static void emit(Call c, SequenceOp op) {
        switch (op) {
            case Embedding _ -> c.result("Gather", List.of(c.x(), whole(c, c.in().get(1))));
            case Normalise n -> normalise(c, n);
            case HeadMatMul m -> heads(c, m);
            case AttentionSoftmax s -> attention(c, s);
            case Permute p ->
                c.result(
                        "Transpose",
                        c.in(),
                        Attributes.integers(
                                "perm",
                                p.axes().stream().mapToLong(Integer::longValue).toArray()));
            case Recurrent r -> Recurrences.emit(c, r);
            case Rotary r -> rotary(c, r);
            case SinusoidTable t -> table(c, t);
            case StepMask m -> stepMask(c, m);
            case Ctc _ -> throw c.refuse("exchange.onnx.refused.loss");
            // taken out of the steps together with them, or part of a derivative
            case RecurrentPart _ -> throw c.refuse("exchange.onnx.refused.training");
            case CtcGrad _, EmbeddingGrad _, NormaliseGrad _, RecurrentGrad _ ->
                throw c.refuse("exchange.onnx.refused.training");
        }
    }

    private static void rotary(Call c, Rotary op) {
        int steps = c.outShape().size(1);
        int width = c.outShape().size(2);
        int depth = width / op.heads();
        double[] cosines = new double[steps * width];
        double[] sines = new double[steps * width];
        long[] partners = new long[width];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = op.cosine(i / width, i % width, depth);
            sines[i] = op.sine(i / width, i % width, depth);
            partners[i % width] = op.partner(i % width, depth);
        }
        String node = c.instruction().node();
        String own = c.step("Mul", List.of(c.x(), c.graph().constant(node + ".cos", cosines, steps, width)));
        String other =
                c.step("Gather", List.of(c.x(), c.integers("partners", partners)), Attributes.integer("axis", 2));
        String turned = c.step("Mul", List.of(other, c.graph().constant(node + ".sin", sines, steps, width)));
        c.result("Add", List.of(own, turned));
    }

    private static void table(Call c, SinusoidTable op) {
        double[] values = new double[op.steps() * op.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = op.value(i / op.width(), i % op.width());
        }
        String table = c.graph().constant(c.instruction().node() + ".waves", values, op.steps(), op.width());
        c.result("Identity", List.of(table));
    }

    private static void stepMask(Call c, StepMask op) {
        String same = c.step("Equal", List.of(c.x(), c.number("masked", op.value())));
        String differs = c.step(
                "Cast",
                List.of(c.step("Not", List.of(same))),
                to(Tensors.type(c.graph().precision())));
        if (c.shape(0).rank() == 2) {
            c.result("Identity", List.of(differs));
        } else if (c.opset().has(18)) {
            c.result("ReduceMax", List.of(differs, c.integers("last", -1)), Attributes.integer("keepdims", 0));
        } else {
            c.result("ReduceMax", List.of(differs), Attributes.integers("axes", -1), Attributes.integer("keepdims", 0));
        }
    }

    /// @return the name of the tokens as whole numbers
    private static String whole(Call c, String tokens) {
        return c.step("Cast", List.of(tokens), to(TensorProto.DataType.INT64_VALUE));
    }

    /// Centred as the operator with a scale of ones; in float64 spelled out, for its epsilon is an attribute and so of
    /// 32 bits.
    private static void normalise(Call c, Normalise op) {
        int cols = c.shape(0).size(-1);
        if (op.centred() && !c.isFloat64()) {
            double[] ones = new double[cols];
            Arrays.fill(ones, 1);
            c.result(
                    "LayerNormalization",
                    List.of(c.x(), c.graph().constant(c.instruction().node() + ".ones", ones, cols)),
                    Attributes.integer("axis", -1),
                    Attributes.real("epsilon", op.epsilon()));
            return;
        }
        String x = op.centred() ? c.step("Sub", List.of(c.x(), mean(c, c.x()))) : c.x();
        String variance = mean(c, c.step("Mul", List.of(x, x)));
        String safe = c.step("Add", List.of(variance, c.number("epsilon", op.epsilon())));
        c.result("Div", List.of(x, c.step("Sqrt", List.of(safe))));
    }

    private static String mean(Call c, String x) {
        return c.opset().has(18)
                ? c.step("ReduceMean", List.of(x, c.integers("last", -1)))
                : c.step("ReduceMean", List.of(x), Attributes.integers("axes", -1));
    }

    private static void heads(Call c, HeadMatMul op) {
        String right = c.in().get(1);
        int depth =
                switch (op.kind()) {
                    case SCORES -> c.shape(0).size(2) / op.heads();
                    case MIX -> c.outShape().size(2) / op.heads();
                    case SPREAD -> throw c.refuse("exchange.onnx.refused.training");
                };
        String shared = apart(c, right, op.kvHeads(), depth);
        if (op.shared() > 1) {
            String wide = c.step("Unsqueeze", List.of(shared, c.integers("axis", 3)));
            String repeated = c.step("Expand", List.of(wide, c.integers("repeat", 1, 1, 1, op.shared(), 1)));
            shared = c.step("Reshape", List.of(repeated, c.integers("heads", 0, 0, op.heads(), depth)));
        }
        if (op.kind() == HeadMatMul.Kind.SCORES) {
            String left = turned(c, apart(c, c.x(), op.heads(), depth), 0, 2, 1, 3);
            c.result("MatMul", List.of(left, turned(c, shared, 0, 2, 3, 1)));
            return;
        }
        String mixed = c.step("MatMul", List.of(c.x(), turned(c, shared, 0, 2, 1, 3)));
        c.result(
                "Reshape",
                List.of(turned(c, mixed, 0, 2, 1, 3), c.integers("joined", 0, 0, (long) op.heads() * depth)));
    }

    /// @return `(N, T, heads * depth)` as `(N, T, heads, depth)`
    private static String apart(Call c, String x, int heads, int depth) {
        return c.step("Reshape", List.of(x, c.integers("heads", 0, 0, heads, depth)));
    }

    private static String turned(Call c, String x, long... axes) {
        return c.step("Transpose", List.of(x), Attributes.integers("perm", axes));
    }

    private static void attention(Call c, AttentionSoftmax op) {
        String scores = op.scale() == 1 ? c.x() : c.step("Mul", List.of(c.x(), c.number("scale", op.scale())));
        if (op.causal()) {
            scores = c.step("Add", List.of(scores, future(c)));
        }
        AttributeProto last = Attributes.integer("axis", -1);
        if (c.in().size() == 1) {
            c.result("Softmax", List.of(scores), last);
            return;
        }
        String truth = c.step("Cast", List.of(c.in().get(1)), to(TensorProto.DataType.BOOL_VALUE));
        String flat = c.step("Cast", List.of(truth), to(Tensors.type(c.graph().precision())));
        String seen = c.step("Unsqueeze", List.of(flat, c.integers("axes", 1, 2)));
        String hidden = c.step("Sub", List.of(seen, c.number("one", 1)));
        String far = c.step("Mul", List.of(hidden, c.number("far", -UNSEEN)));
        String shares = c.step("Softmax", List.of(c.step("Add", List.of(scores, far))), last);
        // who sees nothing got equal shares, and is to have none
        c.result("Mul", List.of(shares, seen));
    }

    private static AttributeProto to(int type) {
        return Attributes.integer("to", type);
    }

    /// @return the name of what is added to scores `(T, S)` of steps that are still to come
    private static String future(Call c) {
        int queries = c.shape(0).size(2);
        int keys = c.shape(0).size(3);
        double[] added = new double[queries * keys];
        for (int t = 0; t < queries; t++) {
            for (int s = t + 1; s < keys; s++) {
                added[t * keys + s] = UNSEEN;
            }
        }
        return c.graph().constant(c.instruction().node() + ".future", added, queries, keys);
    }
}
