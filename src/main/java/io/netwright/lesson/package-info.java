/// Lessons: Markdown files whose steps drive the window and check what the learner does. See `docs/guide/lessons.md`.
///
/// A lesson is data. This room reads it, says precisely what is wrong with it, and can play it without a window, which
/// is how `netwright lesson check` holds every number in a lesson's text against what the engine computes.
@NullMarked
package io.netwright.lesson;

import org.jspecify.annotations.NullMarked;
