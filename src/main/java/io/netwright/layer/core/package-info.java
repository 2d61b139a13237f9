/// Inputs, dense layers and changes of shape.
@NullMarked
package io.netwright.layer.core;

import org.jspecify.annotations.NullMarked;
