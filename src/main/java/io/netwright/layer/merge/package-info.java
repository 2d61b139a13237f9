/// Layers that join several inputs.
@NullMarked
package io.netwright.layer.merge;

import org.jspecify.annotations.NullMarked;
