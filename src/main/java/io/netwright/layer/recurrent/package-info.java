/// Layers that go through a sequence step by step.
@NullMarked
package io.netwright.layer.recurrent;

import org.jspecify.annotations.NullMarked;
