/// The step view: one training step, frame by frame, forwards and backwards, down to the products that make one number.
@NullMarked
package io.netwright.ui.step;

import org.jspecify.annotations.NullMarked;
