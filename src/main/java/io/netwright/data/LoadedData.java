package io.netwright.data;

/// A project's data, ready to train on.
///
/// @param spec          what it was made from
/// @param raw           the samples in the units of their source, everything missing dealt with
/// @param prepared      the same samples in the same order, scaled
/// @param split         which sample belongs to which part
/// @param preprocessing what leads from a source's columns to `prepared`, for other inputs
/// @param report        what became of the source
public record LoadedData(
        DataSpec spec, DataSet raw, DataSet prepared, Split split, Preprocessing preprocessing, DataReport report) {}
