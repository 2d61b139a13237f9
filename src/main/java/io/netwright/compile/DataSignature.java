package io.netwright.compile;

import io.netwright.tensor.Shape;

/// What a network needs to know of the data it is to run on.
///
/// @param sample       the shape of one sample, such as (3) or (1, 8, 8)
/// @param target       the shape of one target: rank 0 for a class index, else (k)
/// @param classIndices whether the target is the index of a class
/// @param classes      how many classes there are; 0 where the target is no class
/// @param vocabulary   how many different tokens a sample is made of; 0 where its numbers are no tokens
public record DataSignature(Shape sample, Shape target, boolean classIndices, int classes, int vocabulary) {

    /// Data whose numbers are no tokens.
    public DataSignature(Shape sample, Shape target, boolean classIndices, int classes) {
        this(sample, target, classIndices, classes, 0);
    }

    /// @return sequences of `length` tokens, of which each has the next one as its target
    public static DataSignature text(int length, int vocabulary) {
        return new DataSignature(Shape.of(length), Shape.of(length), true, vocabulary, vocabulary);
    }

    /// @return data whose targets are the indices of `classes` classes
    public static DataSignature classes(Shape sample, int classes) {
        return new DataSignature(sample, Shape.SCALAR, true, classes);
    }

    /// @return data whose targets are `width` numbers
    public static DataSignature values(Shape sample, int width) {
        return new DataSignature(sample, Shape.of(width), false, 0);
    }
}
