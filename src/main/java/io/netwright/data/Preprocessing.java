package io.netwright.data;

import io.netwright.tensor.Shape;
import java.util.List;

/// All that was done to the inputs that a network was trained on, so that the same can be done to others. Plain values.
///
/// @param kind          how a person looks at a sample
/// @param sampleShape   the fixed shape of one sample
/// @param columns       how the columns of a table become features, in the order of the features; for pictures empty
/// @param sourceColumns how many columns the source had, targets and ignored ones counted
/// @param scaler        how the features are scaled
/// @param vocabulary    what the tokens of a text stand for; empty for all else
public record Preprocessing(
        DataSet.Kind kind,
        Shape sampleShape,
        List<FeatureColumn> columns,
        int sourceColumns,
        Scaler scaler,
        List<String> vocabulary) {

    public Preprocessing {
        columns = List.copyOf(columns);
        vocabulary = List.copyOf(vocabulary);
    }

    /// @return the names of the features; empty for pictures
    public List<String> featureNames() {
        return columns.stream().flatMap(c -> c.features().stream()).toList();
    }

    /// @return the numbers in one sample
    public int width() {
        return sampleShape.elementsPerSample();
    }
}
