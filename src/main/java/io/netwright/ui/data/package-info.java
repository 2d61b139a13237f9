/// The Data view: where a project's data comes from, what became of it, how it is divided and scaled.
@NullMarked
package io.netwright.ui.data;

import org.jspecify.annotations.NullMarked;
