/// The frame of the window: top bar, rail of views, status line, action search and the welcome page.
@NullMarked
package io.netwright.ui.shell;

import org.jspecify.annotations.NullMarked;
