package io.netwright.exchange.certificate;

import io.netwright.data.DataSet;
import java.util.Arrays;

/// Samples to try a model on.
///
/// @param data    as the model takes them: in the units of their source where the scaling is inside the file
/// @param indices which of them
/// @param part    what they are called, such as `test`
public record Samples(DataSet data, int[] indices, String part) {

    public Samples {
        indices = indices.clone();
    }

    @Override
    public int[] indices() {
        return indices.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Samples s
                && data.equals(s.data)
                && Arrays.equals(indices, s.indices)
                && part.equals(s.part);
    }

    @Override
    public int hashCode() {
        return 31 * data.hashCode() + Arrays.hashCode(indices);
    }
}
