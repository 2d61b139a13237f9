package io.netwright.tensor.kernel;

import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import java.util.List;

/// The loops behind the ops, in one precision. All tensors of a call have that precision.
///
/// Inputs are not modified; the last tensor of each call is the result and is overwritten.
public sealed interface Kernels permits DoubleKernels, FloatKernels {

    /// @return the loops for the precision of `t`
    static Kernels of(Tensor t) {
        return switch (t) {
            case DoubleTensor d -> DoubleKernels.INSTANCE;
            case FloatTensor f -> FloatKernels.INSTANCE;
        };
    }

    void unary(UnaryFn fn, double alpha, Tensor x, Tensor y);

    /// `dx = dy * fn'(x)`, where `y = fn(x)`.
    void unaryGrad(UnaryFn fn, double alpha, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// `y = scale * x + shift`
    void affine(double scale, double shift, Tensor x, Tensor y);

    /// `y = fn(a, b)`, sizes of 1 and missing leading axes repeated as NumPy does.
    void binary(BinaryFn fn, Tensor a, Tensor b, Tensor y);

    /// `y = scale * x`, repeated along the axes in which x has size 1 or that it lacks in front.
    void broadcast(double scale, Tensor x, Tensor y);

    /// `y = scale * sum of x over these axes`.
    void reduceSum(List<Integer> axes, double scale, Tensor x, Tensor y);

    /// Each element 0 with probability `rate`, otherwise `1 / (1 - rate)`; element i is a pure function of `key + i`.
    void randomMask(long key, double rate, Tensor y);

    /// `y = op(A) op(B)` on the matrices that the tensors are kept in.
    void matmul(boolean transA, boolean transB, Tensor a, Tensor b, Tensor y);

    /// Softmax over the last axis.
    void softmax(Tensor x, Tensor y);

    /// `y_i = x_i - ln sum_j e^x_j` over the last axis.
    void logSoftmax(Tensor x, Tensor y);

    /// `dx = y * (dy - sum(y * dy))` over the last axis.
    void softmaxGrad(Tensor y, Tensor dy, Tensor dx);

    /// Per row of logits `z`: `-sum_i t_i ln softmax(z)_i`; `t` holds class indices, one a row, or probabilities.
    void crossEntropy(boolean indices, Tensor z, Tensor t, Tensor loss);

    /// `dz = dy * (softmax(z) * sum(t) - t)`.
    void crossEntropyGrad(boolean indices, Tensor z, Tensor t, Tensor dy, Tensor dz);

    /// Copies `x` into the part of `y` that starts at `from` on `axis`, or out of the part of `x` that does.
    void copyInto(int axis, int from, Tensor x, Tensor y);

    void copyOutOf(int axis, int from, Tensor x, Tensor y);

    /// `y = gamma * (x - mean) / sqrt(var + eps) + beta` per channel (axis 1).
    void batchNorm(double eps, Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor var, Tensor y);

    void conv(Window w, int groups, Tensor x, Tensor weight, Tensor y);

    void convInputGrad(Window w, int groups, Tensor weight, Tensor dy, Tensor dx);

    void convWeightGrad(Window w, int groups, Tensor x, Tensor dy, Tensor dw);

    /// Images made larger by whole factors, see [Stretch].
    void upsample(int rows, int cols, boolean linear, Tensor x, Tensor y);

    void upsampleGrad(int rows, int cols, boolean linear, Tensor dy, Tensor dx);

    void maxPool(Window w, Tensor x, Tensor y);

    /// Gives each window's gradient to its first largest element.
    void maxPoolGrad(Window w, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// @param countPadding whether padding counts as zeros rather than as nothing
    void avgPool(Window w, boolean countPadding, Tensor x, Tensor y);

    void avgPoolGrad(Window w, boolean countPadding, Tensor dy, Tensor dx);
}
