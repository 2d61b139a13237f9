/// The loops, and the binding to the BLAS.
///
/// The loops are written once, in float64, under `src/main/kernels`; the build derives their float32 twins from them by
/// replacing the type, as EJML does for its own.
@NullMarked
package io.netwright.tensor.kernel;

import org.jspecify.annotations.NullMarked;
