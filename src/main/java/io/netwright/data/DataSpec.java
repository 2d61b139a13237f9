package io.netwright.data;

/// What a project says about its data: where it comes from, how it is divided, and how its features are scaled.
///
/// Immutable and comparable; every part may hold what a person typed even where it makes no sense yet.
/// `load.DataLoader` turns it into data, or says what is wrong and where. In its messages the places are
/// `data.source...` and `data.split...`.
public record DataSpec(DataSource source, SplitSpec split, Scaling scaling) {

    /// The usual way with data from `source`: files and bundled sets are split by [SplitSpec#DEFAULT] and standardised;
    /// generated points and texts are split alike and left as they are; numbers in the project file are all trained on,
    /// as they are.
    public static DataSpec of(DataSource source) {
        return switch (source) {
            case DataSource.Generated g -> new DataSpec(g, SplitSpec.DEFAULT, Scaling.NONE);
            case DataSource.Builtin b -> new DataSpec(b, SplitSpec.DEFAULT, Scaling.STANDARDISE);
            case DataSource.Csv c -> new DataSpec(c, SplitSpec.DEFAULT, Scaling.STANDARDISE);
            case DataSource.Text t -> new DataSpec(t, SplitSpec.DEFAULT, Scaling.NONE);
            case DataSource.Inline i -> new DataSpec(i, SplitSpec.ALL_TRAIN, Scaling.NONE);
        };
    }

    public DataSpec withSource(DataSource newSource) {
        return new DataSpec(newSource, split, scaling);
    }

    public DataSpec withSplit(SplitSpec newSplit) {
        return new DataSpec(source, newSplit, scaling);
    }

    public DataSpec withScaling(Scaling newScaling) {
        return new DataSpec(source, split, newScaling);
    }
}
