package io.netwright.train.metric;

/// How predictions are compared with targets, as the loss and the data say it.
public enum Task {
    /// One number a class, the greatest wins; the target is the index of a class. Shapes `(N, k)` and `(N)`.
    CLASS_INDEX,
    /// One number a class, the greatest wins; the target is a probability for each class. Shapes `(N, k)` both.
    CLASS_PROBABILITIES,
    /// Logits of yes or no, positive for yes; the target is 1 or 0. As many predictions as targets.
    BINARY_LOGITS,
    /// Numbers. As many predictions as targets.
    VALUES;

    /// @return whether there is one right class for each sample
    public boolean isClasses() {
        return this == CLASS_INDEX || this == CLASS_PROBABILITIES;
    }
}
