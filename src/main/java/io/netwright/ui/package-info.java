/// The window: shell, theme, words, actions, and the session that all views share. Only [io.netwright.ui.FxThread]
/// hands work to the JavaFX thread.
@NullMarked
package io.netwright.ui;

import org.jspecify.annotations.NullMarked;
