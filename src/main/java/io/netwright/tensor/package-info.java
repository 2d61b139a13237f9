/// Shapes, and tensors over EJML's row-major matrices.
@NullMarked
package io.netwright.tensor;

import org.jspecify.annotations.NullMarked;
