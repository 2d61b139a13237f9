/// The Export view: the trained network as a file for other programs, with its certificate.
@NullMarked
package io.netwright.ui.export;

import org.jspecify.annotations.NullMarked;
