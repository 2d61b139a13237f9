/// Weights in `.safetensors` files: eight bytes with the length of a JSON header, the header, and the numbers.
///
/// Written after the format's public description. Files come from anywhere, so the header is not believed before it is
/// checked.
@NullMarked
package io.netwright.exchange.safetensors;

import org.jspecify.annotations.NullMarked;
