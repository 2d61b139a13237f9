/// Layers that move the numbers of a sample about.
@NullMarked
package io.netwright.layer.shape;

import org.jspecify.annotations.NullMarked;
