/// Lessons in the window: the list of them, and the panel at the side that plays one.
@NullMarked
package io.netwright.ui.lesson;

import org.jspecify.annotations.NullMarked;
