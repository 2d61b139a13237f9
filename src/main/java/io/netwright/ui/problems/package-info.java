/// The list of problems below the canvas.
@NullMarked
package io.netwright.ui.problems;

import org.jspecify.annotations.NullMarked;
