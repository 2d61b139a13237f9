/// Losses.
@NullMarked
package io.netwright.layer.loss;

import org.jspecify.annotations.NullMarked;
