/// The bench: the same networks trained by Netwright, by PyTorch and by DL4J, each in a process of its own. Built by
/// the profile `bench` only; nothing in the program depends on it.
@NullMarked
package io.netwright.bench;

import org.jspecify.annotations.NullMarked;
