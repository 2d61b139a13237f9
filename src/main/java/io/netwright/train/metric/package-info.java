/// Metrics: numbers beside the loss that say how good predictions are.
@NullMarked
package io.netwright.train.metric;

import org.jspecify.annotations.NullMarked;
