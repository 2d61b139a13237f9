/// One training step as recorded data: every op of forward, loss and backward and every change of a parameter as a
/// frame with its operands, its result and the story of any one number. Recorded, not live: going back is free and
/// exact.
@NullMarked
package io.netwright.step;

import org.jspecify.annotations.NullMarked;
