package io.netwright.tensor.kernel;

import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loops behind the ops of sequence models, in one precision. As in [Kernels], the last tensor of each call is the
/// result.
public sealed interface SequenceKernels permits DoubleSequence, FloatSequence {

    /// @return the loops for the precision of `t`
    static SequenceKernels of(Tensor t) {
        return switch (t) {
            case DoubleTensor d -> DoubleSequence.INSTANCE;
            case FloatTensor f -> FloatSequence.INSTANCE;
        };
    }

    /// `y[i] = table[tokens[i]]`, rows of the table.
    void embedding(Tensor table, Tensor tokens, Tensor y);

    /// `dtable[v] =` the sum of the rows of `dy` where the token is `v`.
    void embeddingGrad(Tensor tokens, Tensor dy, Tensor dtable);

    /// Each row to variance 1, and to mean 0 where it is `centred`.
    void normalise(boolean centred, double epsilon, Tensor x, Tensor y);

    void normaliseGrad(boolean centred, double epsilon, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// Per sample and head `Q K^T`; `shared` heads of queries go with one of keys.
    void headScores(int shared, Tensor q, Tensor k, Tensor scores);

    /// Per sample and head `P V`.
    void headMix(int shared, Tensor p, Tensor v, Tensor y);

    /// Per sample and head `P^T X`, added up over the heads that share one.
    void headSpread(int shared, Tensor p, Tensor x, Tensor y);

    /// Softmax of `scale * x` over the last axis of `(N, H, T, S)`, without the steps that the mask `(N, S)` has as 0
    /// and, where it is `causal`, without those after t.
    void attentionSoftmax(double scale, boolean causal, Tensor x, @Nullable Tensor mask, Tensor y);

    /// All steps of a recurrent layer.
    ///
    /// @param gates what the input contributes, `(N, T, gates * H)`
    /// @param mask  `(N, T)`, 0 for steps that keep the states of the step before
    /// @param tape  `(T, parts, N, H)`
    void recurrent(
            Cell cell,
            boolean reverse,
            Tensor gates,
            Tensor weight,
            @Nullable Tensor bias,
            @Nullable Tensor mask,
            Tensor tape);

    /// Back through all steps, from the derivative `dh` of the outputs `(N, T, H)` to that of the gates.
    void recurrentGrad(
            Cell cell, boolean reverse, Tensor tape, Tensor weight, Tensor dh, @Nullable Tensor mask, Tensor dgates);

    /// One part of each step, of the step `shift` steps away: `(T, parts, N, H)` gives `(N, T, H)`.
    void recurrentPart(int part, int shift, Tensor tape, Tensor y);

    /// `y = x * cosines + x[partners] * sines` in step `t` of each sample, column by column.
    void turn(int t, double[] cosines, double[] sines, int[] partners, Tensor x, Tensor y);

    /// Axis `i` of `y` is axis `axes.get(i)` of `x`.
    void permute(List<Integer> axes, Tensor x, Tensor y);
}
