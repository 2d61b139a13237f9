/// Pooling.
@NullMarked
package io.netwright.layer.pool;

import org.jspecify.annotations.NullMarked;
