/// Worksheets: numbers of a recorded step as questions on paper, with the answers and how they come about on pages of
/// their own. Made from any network and seed.
@NullMarked
package io.netwright.step.worksheet;

import org.jspecify.annotations.NullMarked;
