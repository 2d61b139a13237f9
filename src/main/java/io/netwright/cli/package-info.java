/// The command line: the same use cases as the window, without JavaFX. The only room that prints.
///
/// Its contract (commands, JSON events, exit codes) is kept from version to version and written down in `docs/cli.md`.
@NullMarked
package io.netwright.cli;

import org.jspecify.annotations.NullMarked;
