/// Regularisation.
@NullMarked
package io.netwright.layer.regular;

import org.jspecify.annotations.NullMarked;
