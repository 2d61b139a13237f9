/// The proof that an exported file computes the same numbers elsewhere: it is read back, run in an independent runtime
/// and compared.
@NullMarked
package io.netwright.exchange.certificate;

import org.jspecify.annotations.NullMarked;
