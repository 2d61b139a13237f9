/// Where the program begins, and where everything is wired together by constructor.
@NullMarked
package io.netwright.app;

import org.jspecify.annotations.NullMarked;
