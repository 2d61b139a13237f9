/// From the description of a project's data to the data itself, and from a file of inputs to what a trained network
/// takes.
@NullMarked
package io.netwright.data.load;

import org.jspecify.annotations.NullMarked;
