package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;

/// Where a recurrent layer finds its numbers. A tape `(T, parts, N, H)` has for each step and each part of it one
/// matrix `(N, H)` in one piece, so that the outputs of a step go into the next product as they lie.
///
/// @param length  T
/// @param samples N
/// @param units   H
record Steps(Cell cell, boolean reverse, int length, int samples, int units) {

    static Steps of(Cell cell, boolean reverse, Tensor tape) {
        return new Steps(cell, reverse, tape.dim(0), tape.dim(2), tape.dim(3));
    }

    /// @return the step that comes at place `k`; -1 for the one before the first
    int at(int k) {
        return k < 0 ? -1 : reverse ? length - 1 - k : k;
    }

    int block() {
        return samples * units;
    }

    /// @return where part `part` of step `t` begins in the tape
    int part(int t, int part) {
        return (t * cell.parts() + part) * block();
    }

    int output(int t) {
        return part(t, cell.output());
    }

    /// @return columns of the input's products
    int width() {
        return cell.gates() * units;
    }

    /// @return where the products of a step begin in `(N, T, width)`
    int row(int sample, int t) {
        return (sample * length + t) * width();
    }
}
