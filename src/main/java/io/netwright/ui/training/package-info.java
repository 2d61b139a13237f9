/// The Train view: the run's figures and curves, its layers live, and its settings.
@NullMarked
package io.netwright.ui.training;

import org.jspecify.annotations.NullMarked;
