/// Why a weight changed: its change taken apart, level by level, into parts that add up.
@NullMarked
package io.netwright.step.why;

import org.jspecify.annotations.NullMarked;
