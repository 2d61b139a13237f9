/// JSON for files that people read, write and compare: values that remember where they stood, and a writer whose text
/// changes as little as the values do.
@NullMarked
package io.netwright.project.json;

import org.jspecify.annotations.NullMarked;
