/// Editing the document: edits as pure functions, a history of whole documents, and the editor that holds both.
///
/// Knows no screen and no layer. What an edit needs to know about layers (a stem for a name, whether a port takes many
/// wires) its caller passes in.
@NullMarked
package io.netwright.edit;

import org.jspecify.annotations.NullMarked;
