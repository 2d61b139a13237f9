package io.netwright.data;

/// How features are brought to a common size before they reach a network.
public enum Scaling implements Choice {
    /// As they are.
    NONE,
    /// To mean 0 and standard deviation 1, measured on the training part alone: per feature for tables and points, per
    /// channel for pictures.
    STANDARDISE,
    /// To 0 to 1: from the source's natural range where it has one (pictures: 0 to 16 for the digits), otherwise from
    /// the least and greatest value of each feature in the training part.
    RESCALE
}
