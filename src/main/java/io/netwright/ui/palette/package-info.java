/// The palette: every layer by family, searched and dragged onto the canvas.
@NullMarked
package io.netwright.ui.palette;

import org.jspecify.annotations.NullMarked;
