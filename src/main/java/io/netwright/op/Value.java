package io.netwright.op;

import io.netwright.tensor.Shape;

/// A tensor that a program will hold when it runs: known by its shape now, by its numbers later.
///
/// @param id    unique in its program, in order of creation
/// @param shape with its batched axes
/// @param label how a formula names it: `X`, `W`, `Z`, `dW`; not unique
public record Value(int id, Shape shape, String label) {}
