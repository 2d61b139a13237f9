/// Points drawn by formula, for networks small enough to be understood. One file a generator, one line in
/// [Generators] to add it; parameters are declared, so that editors and files follow.
@NullMarked
package io.netwright.data.generator;

import org.jspecify.annotations.NullMarked;
