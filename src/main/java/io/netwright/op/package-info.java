/// The ops: the sealed set of primitives that every layer is built from, each with its shape rule, forward computation,
/// vector-Jacobian product and explanation. Derivatives live here and only here.
@NullMarked
package io.netwright.op;

import org.jspecify.annotations.NullMarked;
