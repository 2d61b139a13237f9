/// The document that a person edits: an immutable network of nodes and wires, and where they stand on the canvas.
///
/// Depends on nothing, knows no layer: a node is a name, a layer type and raw property values, so that a network which
/// makes no sense (yet) can still be held, saved and edited. Sense is judged by `compile`.
@NullMarked
package io.netwright.network;

import org.jspecify.annotations.NullMarked;
