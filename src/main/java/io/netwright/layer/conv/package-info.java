/// Convolutions.
@NullMarked
package io.netwright.layer.conv;

import org.jspecify.annotations.NullMarked;
