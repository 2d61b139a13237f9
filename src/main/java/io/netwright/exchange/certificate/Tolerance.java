package io.netwright.exchange.certificate;

import io.netwright.tensor.Precision;

/// How far two computations of one network may be apart and still count as the same.
///
/// The bound is absolute for samples whose outputs are at most 1 and relative for larger ones: for one sample, with the
/// largest of its output's reference values being `m`, no element may differ by more than `bound * max(1, m)`. Scaled
/// by sample, not by batch, so that one large sample does not excuse the others.
///
/// @param bound the largest difference allowed where outputs are at most 1
public record Tolerance(double bound) {

    /// About a hundred units in the last place, which is what the order of summation makes of a network in practice.
    public static Tolerance of(Precision precision) {
        return new Tolerance(
                switch (precision) {
                    case FLOAT32 -> 1e-5;
                    case FLOAT64 -> 1e-10;
                });
    }

    /// @param largest the largest absolute value of one sample's reference
    double at(double largest) {
        return bound * Math.max(1, largest);
    }
}
