/// The project on disk: a folder with one `project.json` (see `docs/project-format.md`), lessons and weights.
///
/// What is wrong with a file is said with its place, and nothing is half-loaded. A save replaces the file as a whole or
/// not at all.
@NullMarked
package io.netwright.project;

import org.jspecify.annotations.NullMarked;
