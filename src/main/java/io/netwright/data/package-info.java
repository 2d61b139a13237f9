/// Data as the rest of the program sees it: data sets, their description in a project, splits, scaling and batches.
///
/// The model lives here; where the numbers come from lives below, each source in its own package (`generator`,
/// `builtin`, `csv`), `matrix` reads and writes bare arrays, and `load` puts it all together: its `DataLoader` turns a
/// [DataSpec] into [LoadedData]. Depends on `tensor`, `text` and the property values of `network`.
@NullMarked
package io.netwright.data;

import org.jspecify.annotations.NullMarked;
