package io.netwright.ui;

/// What a network answers for a sample, where the answer is a class.
///
/// @param sample        which one
/// @param actual        its class; -1 where that is not known
/// @param best          the class that it was taken for
/// @param probabilities of all classes. Not modified, and not to be modified.
public record Answer(int sample, int actual, int best, double[] probabilities) {

    public boolean isRight() {
        return actual == best;
    }
}
