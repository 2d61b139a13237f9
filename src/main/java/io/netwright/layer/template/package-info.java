/// Whole architectures as networks of layers and blocks, to begin a design with.
@NullMarked
package io.netwright.layer.template;

import org.jspecify.annotations.NullMarked;
