/// Formulas as people write them: a small part of LaTeX, read into a tree that a screen can set and a line of plain
/// text can hold.
@NullMarked
package io.netwright.text.formula;

import org.jspecify.annotations.NullMarked;
