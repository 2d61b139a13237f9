package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.op.Broadcast;
import io.netwright.op.Concat;
import io.netwright.op.PadAxis;
import io.netwright.op.Reduce;
import io.netwright.op.Reshape;
import io.netwright.op.SliceAxis;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Ops that move numbers or add them up. No batch size is ever written into the file.
final class Shapes {

    private Shapes() {}

    static void reshape(Call c, Reshape op) {
        Shape from = c.shape(0);
        Shape to = op.target();
        if (from.equals(to)) {
            c.result("Identity", c.in());
        } else if (keepsOnlyTheFirstAxis(from, to)) {
            c.result("Flatten", c.in(), Attributes.integer("axis", 1));
        } else {
            c.result("Reshape", List.of(c.x(), c.integers("shape", sizes(c, from, to))));
        }
    }

    private static boolean keepsOnlyTheFirstAxis(Shape from, Shape to) {
        return from.rank() > 1 && to.rank() == 2 && from.raw(0) == to.raw(0) && !to.isBatched(1);
    }

    /// The one axis that grows is -1, "what remains"; where there are several, 0, "as it came in", serves the others.
    private static long[] sizes(Call c, Shape from, Shape to) {
        long growing = IntStream.range(0, to.rank()).filter(to::isBatched).count();
        long[] sizes = new long[to.rank()];
        int open = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            boolean asItCame = growing > 1 && axis < from.rank() && from.raw(axis) == to.raw(axis);
            if (!to.isBatched(axis)) {
                sizes[axis] = to.size(axis);
            } else if (asItCame) {
                sizes[axis] = 0;
            } else {
                sizes[axis] = -1;
                open++;
            }
        }
        if (open > 1) {
            throw c.refuse("exchange.onnx.refused.shape");
        }
        return sizes;
    }

    static void broadcast(Call c, Broadcast op) {
        if (op.divide()) {
            throw c.refuse("exchange.onnx.refused.training");
        }
        Shape from = c.shape(0);
        Shape to = op.target();
        long[] sizes = new long[to.rank()];
        int newBatchAxis = -1;
        for (int axis = 0; axis < sizes.length; axis++) {
            int source = axis - to.rank() + from.rank();
            boolean grown = to.isBatched(axis) && (source < 0 || !from.isBatched(source));
            if (grown && newBatchAxis >= 0) {
                throw c.refuse("exchange.onnx.refused.shape");
            }
            newBatchAxis = grown ? axis : newBatchAxis;
            // 1 leaves the axis as it came in
            sizes[axis] = to.isBatched(axis) ? 1 : to.size(axis);
        }
        String shape = newBatchAxis < 0 ? c.integers("shape", sizes) : withBatch(c, sizes, newBatchAxis, to);
        c.result("Expand", List.of(c.x(), shape));
    }

    /// @return the name of a shape whose axis `at` is known only when the model runs
    private static String withBatch(Call c, long[] sizes, int at, Shape to) {
        String batch = c.graph().batchSize();
        if (to.size(at) != 1) {
            batch = c.step("Mul", List.of(batch, c.integers("times", to.size(at))));
        }
        List<String> parts = new ArrayList<>();
        if (at > 0) {
            parts.add(c.integers(
                    "before", IntStream.range(0, at).mapToLong(i -> sizes[i]).toArray()));
        }
        parts.add(batch);
        if (at + 1 < sizes.length) {
            parts.add(c.integers(
                    "after",
                    IntStream.range(at + 1, sizes.length)
                            .mapToLong(i -> sizes[i])
                            .toArray()));
        }
        return c.step("Concat", parts, Attributes.integer("axis", 0));
    }

    static void concat(Call c, Concat op) {
        c.result("Concat", c.in(), Attributes.integer("axis", op.axis()));
    }

    static void slice(Call c, SliceAxis op) {
        c.result(
                "Slice",
                List.of(
                        c.x(),
                        c.integers("from", op.from()),
                        c.integers("to", op.from() + op.length()),
                        c.integers("axis", op.axis())));
    }

    static void pad(Call c, PadAxis op) {
        int rank = c.shape(0).rank();
        long[] pads = new long[2 * rank];
        pads[op.axis()] = op.before();
        pads[rank + op.axis()] = op.after();
        c.result("Pad", List.of(c.x(), c.integers("pads", pads)));
    }

    static void reduce(Call c, Reduce op) {
        if (op.axes().isEmpty()) {
            // to the operators, no axes mean all axes
            c.result("Identity", c.in());
            return;
        }
        long[] axes = op.axes().stream().mapToLong(Integer::longValue).toArray();
        AttributeProto gone = Attributes.integer("keepdims", 0);
        if (op.kind() == Reduce.Kind.SUM) {
            c.result("ReduceSum", List.of(c.x(), c.integers("axes", axes)), gone);
        } else if (op.correction() != 0) {
            correctedMean(c, op, axes, gone);
        } else if (c.opset().has(18)) {
            c.result("ReduceMean", List.of(c.x(), c.integers("axes", axes)), gone);
        } else {
            c.result("ReduceMean", c.in(), Attributes.integers("axes", axes), gone);
        }
    }

    private static void correctedMean(Call c, Reduce op, long[] axes, AttributeProto gone) {
        Shape x = c.shape(0);
        if (op.axes().stream().anyMatch(x::isBatched)) {
            throw c.refuse("exchange.onnx.refused.training");
        }
        int count = op.axes().stream().mapToInt(x::size).reduce(1, Math::multiplyExact);
        String sum = c.step("ReduceSum", List.of(c.x(), c.integers("axes", axes)), gone);
        c.result("Div", List.of(sum, c.number("count", Math.max(1, count - op.correction()))));
    }
}
