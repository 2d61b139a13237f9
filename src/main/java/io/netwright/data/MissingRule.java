package io.netwright.data;

/// What happens to a row of a file in which a feature is missing. A row without its target can teach nothing and is
/// always left out, except under [#REFUSE].
public enum MissingRule implements Choice {
    /// The row is left out.
    DROP,
    /// A missing number becomes the mean of its column, a missing text its most frequent category (the first in
    /// alphabetical order where several are); both taken from the training part alone.
    IMPUTE,
    /// The file is refused, naming the first such place.
    REFUSE
}
