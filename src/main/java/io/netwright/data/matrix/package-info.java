/// Bare arrays in files: NumPy's `.npy`, and numbers in `.csv` for other programs to read.
@NullMarked
package io.netwright.data.matrix;

import org.jspecify.annotations.NullMarked;
