/// Editors for declared properties, one a kind: what the inspector shows of a node and the Train view of its settings.
@NullMarked
package io.netwright.ui.property;

import org.jspecify.annotations.NullMarked;
