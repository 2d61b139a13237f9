package io.netwright.data;

/// A part of a data set.
public enum Part implements Choice {
    /// What the network learns from.
    TRAIN,
    /// What the training is watched and steered with.
    VALIDATION,
    /// What the trained network is judged with, once.
    TEST
}
