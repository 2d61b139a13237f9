/// Training: what a project says about it, the machinery that does it, and the judgement of what came out.
///
/// One thread owns the weights; commands go in through a queue, immutable snapshots come out.
@NullMarked
package io.netwright.train;

import org.jspecify.annotations.NullMarked;
