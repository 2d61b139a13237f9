/// Vectors of many dimensions as points of a plane.
@NullMarked
package io.netwright.train.plane;

import org.jspecify.annotations.NullMarked;
