/// The gradient check: derivatives against difference quotients.
@NullMarked
package io.netwright.train.check;

import org.jspecify.annotations.NullMarked;
