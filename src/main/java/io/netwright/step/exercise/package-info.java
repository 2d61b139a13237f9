/// Predict, then reveal: a number of a recorded step as a question, the answer judged, and a wrong one diagnosed by
/// making the usual mistakes on purpose and looking which of them gives what was typed.
@NullMarked
package io.netwright.step.exercise;

import org.jspecify.annotations.NullMarked;
