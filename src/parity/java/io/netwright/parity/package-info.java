/// Parity with PyTorch, run in this JVM: `mvn -Pparity verify`.
@NullMarked
package io.netwright.parity;

import org.jspecify.annotations.NullMarked;
