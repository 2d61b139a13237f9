package io.netwright.layer.merge;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.HeadMatMul;
import io.netwright.op.Permute;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The matrix product of two inputs, for each sample one: `(N, m, k)` by `(N, k, n)` is `(N, m, n)`; with a further
/// axis `(N, c, m, k)` by `(N, c, k, n)` one for each of its places.
public final class MatMul implements Layer {

    public static final PortInfo BY = new PortInfo("by", false);
    public static final Prop.BoolProp TURN_LEFT = new Prop.BoolProp("transposeLeft", false);
    public static final Prop.BoolProp TURN_RIGHT = new Prop.BoolProp("transposeRight", false);

    private static final LayerInfo INFO = new LayerInfo(
            "MatMul",
            Family.MERGE,
            List.of("matrix product", "dot", "bmm", "multiply matrices"),
            "matmul",
            "Y = A B",
            List.of(PortInfo.IN, BY),
            List.of(PortInfo.OUT),
            List.of(TURN_LEFT, TURN_RIGHT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value left = turned(b, "A", b.input("in"), b.get(TURN_LEFT), "in");
        Value right = turned(b, "B", b.input(BY.name()), b.get(TURN_RIGHT), BY.name());
        int rank = left.shape().rank();
        boolean fits = rank == right.shape().rank()
                && left.shape().size(rank - 1) == right.shape().size(rank - 2)
                && (rank == 3 || left.shape().size(1) == right.shape().size(1));
        if (!fits) {
            throw LayerException.atPort(
                    BY.name(),
                    Message.of(
                            "op.problem.matmul",
                            left.shape().toString(),
                            right.shape().toString()));
        }
        // one head of attention is this product; further axes are folded into the samples
        int many = rank == 3 ? -1 : -left.shape().size(1);
        int rows = left.shape().size(rank - 2);
        int inner = left.shape().size(rank - 1);
        int columns = right.shape().size(rank - 1);
        Value a = b.reshape("A", left, Shape.of(many, 1, rows, inner));
        Value c = rank == 3 ? right : b.reshape("B", right, Shape.of(many, inner, columns));
        Value y = b.apply("Y", new HeadMatMul(HeadMatMul.Kind.MIX, 1, 1), a, c);
        b.output("out", rank == 3 ? y : b.reshape("Y", y, left.shape().with(rank - 1, columns)));
    }

    private static Value turned(LayerBuilder b, String label, Value x, boolean turn, String port) {
        int rank = x.shape().rank();
        boolean matrices = (rank == 3 || rank == 4) && x.shape().raw(0) == Shape.N;
        if (!matrices || Arrays.stream(x.shape().sample().raw()).anyMatch(size -> size < 0)) {
            throw LayerException.atPort(
                    port, Message.of("layers.problem.needsMatrices", x.shape().toString()));
        }
        if (!turn) {
            return x;
        }
        List<Integer> axes = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.swap(axes, rank - 2, rank - 1);
        return b.apply(label + "ᵀ", new Permute(axes), x);
    }
}
