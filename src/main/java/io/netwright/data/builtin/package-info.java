/// Data sets that come with the program. One file a set, one line in [Builtins] to add it; the files are in
/// `assets/datasets`, whose README says where they are from.
@NullMarked
package io.netwright.data.builtin;

import org.jspecify.annotations.NullMarked;
