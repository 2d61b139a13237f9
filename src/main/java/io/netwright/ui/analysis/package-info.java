/// The panel that looks a network over: every layer with its shape and cost, the sums, and what there is to say.
@NullMarked
package io.netwright.ui.analysis;

import org.jspecify.annotations.NullMarked;
