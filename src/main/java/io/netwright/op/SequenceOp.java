package io.netwright.op;

/// The ops of sequence models: tokens, positions, attention and recurrence. A sequence is `(N, T, F)`: T steps of F
/// numbers each, for each of N samples; tokens are `(N, T)`, whole numbers kept as reals.
public sealed interface SequenceOp extends Op
        permits AttentionSoftmax,
                Ctc,
                CtcGrad,
                Embedding,
                EmbeddingGrad,
                HeadMatMul,
                Normalise,
                NormaliseGrad,
                Permute,
                Recurrent,
                RecurrentGrad,
                RecurrentPart,
                Rotary,
                SinusoidTable,
                StepMask {}
