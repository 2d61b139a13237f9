/// Initialisers: what a parameter holds before training.
@NullMarked
package io.netwright.program.init;

import org.jspecify.annotations.NullMarked;
