package io.netwright.tensor.kernel;

/// Chooses the BLAS once, when it is first needed.
final class BlasHolder {

    static final Blas BEST = new PlainBlas();

    private BlasHolder() {}
}
