/// How one number came about: expressions over named operands that a person can read and a program can evaluate.
@NullMarked
package io.netwright.op.explain;

import org.jspecify.annotations.NullMarked;
