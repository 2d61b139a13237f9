package io.netwright.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one column of a source becomes features, as settled on the training part.
public sealed interface FeatureColumn {

    /// @return the column's name
    String name();

    /// @return the column's position in the source, from 0
    int index();

    /// @return the names of the features that this gives, in order
    List<String> features();

    /// A column of numbers is one feature.
    ///
    /// @param fill what stands in for a missing value; null where a missing value is not accepted
    record Number(String name, int index, @Nullable Double fill) implements FeatureColumn {
        @Override
        public List<String> features() {
            return List.of(name);
        }
    }

    /// A column of categories is one feature each, 1 for the row's own category and 0 for the others.
    ///
    /// @param categories all there are, numbers by value before texts in alphabetical order (by code point)
    /// @param fill       what stands in for a missing value; null where a missing value is not accepted
    record Category(
            String name,
            int index,
            List<String> categories,
            @Nullable String fill) implements FeatureColumn {
        public Category {
            categories = List.copyOf(categories);
        }

        @Override
        public List<String> features() {
            return categories.stream().map(c -> name + "=" + c).toList();
        }
    }
}
