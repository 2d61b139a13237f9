/// The inspector: what the selected layer is, what can be set, what it costs and what is wrong with it. Made from the
/// layer's declaration alone; no layer is known by name here.
@NullMarked
package io.netwright.ui.inspector;

import org.jspecify.annotations.NullMarked;
