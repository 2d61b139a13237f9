/// The canvas: cards and wires on an endless plane, with one class for each gesture of the hand.
///
/// [io.netwright.ui.canvas.CanvasView] is the control; what it shows comes as plain data from
/// [io.netwright.ui.canvas.drawing].
@NullMarked
package io.netwright.ui.canvas;

import org.jspecify.annotations.NullMarked;
