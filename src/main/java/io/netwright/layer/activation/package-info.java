/// Activations.
@NullMarked
package io.netwright.layer.activation;

import org.jspecify.annotations.NullMarked;
