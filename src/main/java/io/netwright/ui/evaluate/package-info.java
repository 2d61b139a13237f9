/// The Evaluate view: how good the trained network is on each part of the data.
@NullMarked
package io.netwright.ui.evaluate;

import org.jspecify.annotations.NullMarked;
