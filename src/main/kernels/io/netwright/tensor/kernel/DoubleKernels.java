package io.netwright.tensor.kernel;

import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.Tensor;
import java.util.List;

/// The loops in float64, by topic: [DoubleElementwise], [DoubleReduction], [DoubleRows], [DoubleConvolution].
final class DoubleKernels implements Kernels {

    static final DoubleKernels INSTANCE = new DoubleKernels();

    private DoubleKernels() {}

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }

    @Override
    public void unary(UnaryFn fn, /**/ double alpha, Tensor x, Tensor y) {
        DoubleElementwise.unary(fn, (double) alpha, data(x), data(y), y.size());
    }

    @Override
    public void unaryGrad(UnaryFn fn, /**/ double alpha, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        DoubleElementwise.unaryGrad(fn, (double) alpha, data(x), data(y), data(dy), data(dx), dx.size());
    }

    @Override
    public void affine(/**/ double scale, /**/ double shift, Tensor x, Tensor y) {
        DoubleElementwise.affine((double) scale, (double) shift, data(x), data(y), y.size());
    }

    @Override
    public void binary(BinaryFn fn, Tensor a, Tensor b, Tensor y) {
        DoubleBroadcast.binary(fn, a, b, y, data(a), data(b), data(y));
    }

    @Override
    public void broadcast(/**/ double scale, Tensor x, Tensor y) {
        DoubleBroadcast.broadcast((double) scale, x, y, data(x), data(y));
    }

    @Override
    public void reduceSum(List<Integer> axes, /**/ double scale, Tensor x, Tensor y) {
        DoubleReduction.sum(axes, (double) scale, x, y, data(x), data(y));
    }

    @Override
    public void randomMask(long key, /**/ double rate, Tensor y) {
        DoubleElementwise.randomMask(key, SplitMix.limit(rate), (double) (1 / (1 - rate)), data(y), y.size());
    }

    @Override
    public void matmul(boolean transA, boolean transB, Tensor a, Tensor b, Tensor y) {
        int m = y.rows();
        int n = y.cols();
        int k = transA ? a.rows() : a.cols();
        Blas.best().gemm(transA, transB, m, n, k, 1, data(a), 0, a.cols(), data(b), 0, b.cols(), 0, data(y), 0, n);
    }

    @Override
    public void softmax(Tensor x, Tensor y) {
        DoubleRows.softmax(x.rows(), x.cols(), data(x), data(y));
    }

    @Override
    public void logSoftmax(Tensor x, Tensor y) {
        DoubleActivations.logSoftmax(x.rows(), x.cols(), data(x), data(y));
    }

    @Override
    public void softmaxGrad(Tensor y, Tensor dy, Tensor dx) {
        DoubleRows.softmaxGrad(y.rows(), y.cols(), data(y), data(dy), data(dx));
    }

    @Override
    public void crossEntropy(boolean indices, Tensor z, Tensor t, Tensor loss) {
        DoubleRows.crossEntropy(indices, z.rows(), z.cols(), data(z), data(t), data(loss));
    }

    @Override
    public void crossEntropyGrad(boolean indices, Tensor z, Tensor t, Tensor dy, Tensor dz) {
        DoubleRows.crossEntropyGrad(indices, z.rows(), z.cols(), data(z), data(t), data(dy), data(dz));
    }

    @Override
    public void copyInto(int axis, int from, Tensor x, Tensor y) {
        Strips s = Strips.of(axis, x, y);
        for (int o = 0; o < s.outer(); o++) {
            System.arraycopy(data(x), o * s.part(), data(y), o * s.whole() + from * s.inner(), s.part());
        }
    }

    @Override
    public void copyOutOf(int axis, int from, Tensor x, Tensor y) {
        Strips s = Strips.of(axis, y, x);
        for (int o = 0; o < s.outer(); o++) {
            System.arraycopy(data(x), o * s.whole() + from * s.inner(), data(y), o * s.part(), s.part());
        }
    }

    @Override
    public void batchNorm(/**/ double eps, Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor var, Tensor y) {
        int channels = x.dim(1);
        int outer = x.dim(0);
        int inner = x.size() / outer / channels;
        for (int c = 0; c < channels; c++) {
            double scale = (double) (data(gamma)[c] / Math.sqrt(data(var)[c] + eps));
            double shift = data(beta)[c] - data(mean)[c] * scale;
            for (int o = 0; o < outer; o++) {
                int at = (o * channels + c) * inner;
                for (int i = at; i < at + inner; i++) {
                    data(y)[i] = data(x)[i] * scale + shift;
                }
            }
        }
    }

    @Override
    public void conv(Window w, int groups, Tensor x, Tensor weight, Tensor y) {
        DoubleConvolution.forward(Images.of(w, groups, x, y), data(x), data(weight), data(y));
    }

    @Override
    public void convInputGrad(Window w, int groups, Tensor weight, Tensor dy, Tensor dx) {
        DoubleConvolution.inputGrad(Images.of(w, groups, dx, dy), data(weight), data(dy), data(dx));
    }

    @Override
    public void convWeightGrad(Window w, int groups, Tensor x, Tensor dy, Tensor dw) {
        DoubleConvolution.weightGrad(Images.of(w, groups, x, dy), data(x), data(dy), data(dw));
    }

    @Override
    public void upsample(int rows, int cols, boolean linear, Tensor x, Tensor y) {
        Stretch down = new Stretch(x.dim(2), rows, linear);
        DoubleUpsampling.forward(down, new Stretch(x.dim(3), cols, linear), x.dim(0) * x.dim(1), data(x), data(y));
    }

    @Override
    public void upsampleGrad(int rows, int cols, boolean linear, Tensor dy, Tensor dx) {
        Stretch down = new Stretch(dx.dim(2), rows, linear);
        DoubleUpsampling.backward(
                down, new Stretch(dx.dim(3), cols, linear), dx.dim(0) * dx.dim(1), data(dy), data(dx));
    }

    @Override
    public void maxPool(Window w, Tensor x, Tensor y) {
        DoublePooling.max(Images.of(w, 1, x, y), data(x), data(y));
    }

    @Override
    public void maxPoolGrad(Window w, Tensor x, Tensor y, Tensor dy, Tensor dx) {
        DoublePooling.maxGrad(Images.of(w, 1, x, y), data(x), data(dy), data(dx));
    }

    @Override
    public void avgPool(Window w, boolean countPadding, Tensor x, Tensor y) {
        DoublePooling.average(Images.of(w, 1, x, y), countPadding, data(x), data(y));
    }

    @Override
    public void avgPoolGrad(Window w, boolean countPadding, Tensor dy, Tensor dx) {
        DoublePooling.averageGrad(Images.of(w, 1, dx, dy), countPadding, data(dy), data(dx));
    }
}
