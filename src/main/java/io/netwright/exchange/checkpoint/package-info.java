/// Moments of a run on disk, from which it goes on as if it had never been interrupted.
@NullMarked
package io.netwright.exchange.checkpoint;

import org.jspecify.annotations.NullMarked;
