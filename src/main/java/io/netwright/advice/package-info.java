/// What a person is told about a network beyond what the compiler refuses: ways out of its problems, what it allows but
/// nobody means, which layers fit where, and where each size of a shape comes from.
///
/// Pure, and without a window: everything here is computed from a design and its compilation.
@NullMarked
package io.netwright.advice;

import org.jspecify.annotations.NullMarked;
