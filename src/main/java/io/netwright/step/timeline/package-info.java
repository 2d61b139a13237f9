/// A whole training run as a line that can be gone along in both directions: any place of it is reached by restoring
/// the nearest kept moment and training on from there.
@NullMarked
package io.netwright.step.timeline;

import org.jspecify.annotations.NullMarked;
