/// Layers that hold or are made of other layers: the block that a person makes, its ports, and the usual composites.
@NullMarked
package io.netwright.layer.block;

import org.jspecify.annotations.NullMarked;
