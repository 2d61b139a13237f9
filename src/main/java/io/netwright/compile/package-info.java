/// From the document to a program, or to located diagnostics that say why not.
@NullMarked
package io.netwright.compile;

import org.jspecify.annotations.NullMarked;
