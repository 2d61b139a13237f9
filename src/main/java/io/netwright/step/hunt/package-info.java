/// A bug planted in a copy of the backward pass, to be hunted with the gradient check and the frames.
@NullMarked
package io.netwright.step.hunt;

import org.jspecify.annotations.NullMarked;
