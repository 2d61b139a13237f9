package io.netwright.tensor.kernel;

import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The loops of sequence models in float64, by topic: [DoubleAttention] and those that are short enough to stand here.
final class DoubleSequence implements SequenceKernels {

    static final DoubleSequence INSTANCE = new DoubleSequence();

    private DoubleSequence() {}

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }

    @Override
    public void embedding(Tensor table, Tensor tokens, Tensor y) {
        int width = table.cols();
        for (int i = 0; i < tokens.size(); i++) {
            int token = Objects.checkIndex((int) data(tokens)[i], table.rows());
            System.arraycopy(data(table), token * width, data(y), i * width, width);
        }
    }

    @Override
    public void embeddingGrad(Tensor tokens, Tensor dy, Tensor dtable) {
        int width = dtable.cols();
        double[] from = data(dy);
        double[] to = data(dtable);
        Arrays.fill(to, 0, dtable.size(), 0);
        for (int i = 0; i < tokens.size(); i++) {
            int row = ((int) data(tokens)[i]) * width;
            for (int k = 0; k < width; k++) {
                to[row + k] += from[i * width + k];
            }
        }
    }

    @Override
    public void normalise(boolean centred, /**/ double epsilon, Tensor x, Tensor y) {
        DoubleNormalise.forward(centred, (double) epsilon, x.rows(), x.cols(), data(x), data(y));
    }

    @Override
    public void normaliseGrad(boolean centred, /**/ double epsilon, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        DoubleNormalise.backward(centred, (double) epsilon, x.rows(), x.cols(), data(x), data(y), data(dy), data(dx));
    }

    @Override
    public void headScores(int shared, Tensor q, Tensor k, Tensor scores) {
        DoubleAttention.scores(Heads.of(shared, scores, q.cols()), data(q), data(k), data(scores));
    }

    @Override
    public void headMix(int shared, Tensor p, Tensor v, Tensor y) {
        DoubleAttention.mix(Heads.of(shared, p, y.cols()), data(p), data(v), data(y));
    }

    @Override
    public void headSpread(int shared, Tensor p, Tensor x, Tensor y) {
        DoubleAttention.spread(Heads.of(shared, p, x.cols()), data(p), data(x), data(y));
    }

    @Override
    public void attentionSoftmax(/**/ double scale, boolean causal, Tensor x, @Nullable Tensor mask, Tensor y) {
        DoubleAttention.softmax(
                Heads.of(1, x, x.dim(1)), (double) scale, causal, data(x), mask == null ? null : data(mask), data(y));
    }

    @Override
    public void recurrent(
            Cell cell,
            boolean reverse,
            Tensor gates,
            Tensor weight,
            @Nullable Tensor bias,
            @Nullable Tensor mask,
            Tensor tape) {
        DoubleRecurrent.forward(
                Steps.of(cell, reverse, tape),
                data(gates),
                data(weight),
                bias == null ? null : data(bias),
                mask == null ? null : data(mask),
                data(tape));
    }

    @Override
    public void recurrentGrad(
            Cell cell, boolean reverse, Tensor tape, Tensor weight, Tensor dh, @Nullable Tensor mask, Tensor dgates) {
        DoubleRecurrent.backward(
                Steps.of(cell, reverse, tape),
                data(tape),
                data(weight),
                mask == null ? null : data(mask),
                data(dh),
                data(dgates));
    }

    @Override
    public void recurrentPart(int part, int shift, Tensor tape, Tensor y) {
        int steps = y.dim(1);
        int units = y.dim(2);
        for (int n = 0; n < y.dim(0); n++) {
            for (int t = 0; t < steps; t++) {
                int at = (n * steps + t) * units;
                int from = t + shift;
                if (from < 0 || from >= steps) {
                    Arrays.fill(data(y), at, at + units, 0);
                } else {
                    int place = ((from * tape.dim(1) + part) * y.dim(0) + n) * units;
                    System.arraycopy(data(tape), place, data(y), at, units);
                }
            }
        }
    }

    @Override
    public void turn(int t, /**/ double[] cosines, /**/ double[] sines, int[] partners, Tensor x, Tensor y) {
        int width = y.cols();
        for (int n = 0; n < y.dim(0); n++) {
            int at = (n * y.dim(1) + t) * width;
            for (int k = 0; k < width; k++) {
                data(y)[at + k] = (double) (data(x)[at + k] * cosines[k] + data(x)[at + partners[k]] * sines[k]);
            }
        }
    }

    @Override
    public void permute(List<Integer> axes, Tensor x, Tensor y) {
        int[] strides = new int[axes.size()];
        int[] own = new int[axes.size()];
        int step = 1;
        for (int axis = own.length - 1; axis >= 0; axis--) {
            own[axis] = step;
            step *= x.dim(axis);
        }
        for (int i = 0; i < strides.length; i++) {
            strides[i] = own[axes.get(i)];
        }
        permute(y.dims(), strides, 0, data(x), 0, data(y), 0, y.size());
    }

    /// Fills `size` numbers of y from `yAt` on, the axes before `axis` being settled.
    private static void permute(
            int[] dims, int[] strides, int axis, double[] x, int xAt, double[] y, int yAt, int size) {
        if (axis == dims.length) {
            y[yAt] = x[xAt];
            return;
        }
        if (axis == dims.length - 1) {
            if (strides[axis] == 1) {
                System.arraycopy(x, xAt, y, yAt, size);
            } else {
                for (int i = 0; i < size; i++) {
                    y[yAt + i] = x[xAt + i * strides[axis]];
                }
            }
            return;
        }
        int part = size / dims[axis];
        for (int i = 0; i < dims[axis]; i++) {
            permute(dims, strides, axis + 1, x, xAt + i * strides[axis], y, yAt + i * part, part);
        }
    }
}
