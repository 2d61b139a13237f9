/// Normalisation.
@NullMarked
package io.netwright.layer.norm;

import org.jspecify.annotations.NullMarked;
