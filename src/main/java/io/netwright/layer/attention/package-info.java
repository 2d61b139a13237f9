/// Tokens, positions and attention.
@NullMarked
package io.netwright.layer.attention;

import org.jspecify.annotations.NullMarked;
