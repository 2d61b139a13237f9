/// What the canvas shows, as plain data: cards, routed wires, chips, in pixels at 100 %. Window-free, so that the
/// screen, the picture files and the tests all draw the same thing.
@NullMarked
package io.netwright.ui.canvas.drawing;

import org.jspecify.annotations.NullMarked;
