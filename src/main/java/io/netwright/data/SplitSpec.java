package io.netwright.data;

/// How a data set is divided into a part to train on, a part to watch the training with, and a part to judge with.
///
/// May hold fractions that make no sense, as a person may type them; [Splitter] refuses those.
///
/// @param train      fraction of the samples, more than 0; the three fractions sum to 1
/// @param validation fraction of the samples, at least 0
/// @param test       fraction of the samples, at least 0
/// @param seed       of the random choice
/// @param stratified whether each class is divided in these proportions; nothing to do where there are no classes
public record SplitSpec(double train, double validation, double test, long seed, boolean stratified) {

    /// 70 %, 15 % and 15 %, stratified.
    public static final SplitSpec DEFAULT = new SplitSpec(0.7, 0.15, 0.15, 1, true);

    /// Everything is trained on; for examples of a sample or two.
    public static final SplitSpec ALL_TRAIN = new SplitSpec(1, 0, 0, 1, true);

    /// @return the fraction of `part`
    public double fraction(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
