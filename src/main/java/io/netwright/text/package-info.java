/// Words for people: messages as keys and arguments, resolved in a resource bundle at the last moment.
///
/// Depends on nothing. The core never builds a sentence; it names a key, so that one program speaks two languages.
@NullMarked
package io.netwright.text;

import org.jspecify.annotations.NullMarked;
