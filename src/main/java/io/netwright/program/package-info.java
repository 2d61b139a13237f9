/// What a network compiles to: a program of ops in single-assignment form, and the executor that runs it.
@NullMarked
package io.netwright.program;

import org.jspecify.annotations.NullMarked;
