/// Formats that leave and enter the program, one package each, and what they share: files that are replaced as a whole
/// or not at all.
@NullMarked
package io.netwright.exchange;

import org.jspecify.annotations.NullMarked;
