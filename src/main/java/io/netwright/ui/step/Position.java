package io.netwright.ui.step;

import io.netwright.step.Frame;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Where a person stands in a recording.
///
/// @param frame   the place of the frame that is shown; -1 where nothing is recorded
/// @param element the element of its output that is asked about, one number an axis
/// @param sample  the sample of the batch that is looked at
/// @param term    the term of the element's sum that is looked at, from 0; [#ALL] where none is in particular
record Position(int frame, List<Integer> element, int sample, int term) {

    static final int ALL = -1;

    static final Position NOWHERE = new Position(-1, List.of(), 0, ALL);

    Position {
        element = List.copyOf(element);
    }

    int[] index() {
        return element.stream().mapToInt(Integer::intValue).toArray();
    }

    /// @return here, with another element asked about; where it belongs to a sample, that one is looked at
    Position at(Frame shown, List<Integer> other) {
        return new Position(frame, other, shown.isBatched() ? other.getFirst() : sample, ALL);
    }

    /// @return here, looking at another sample
    Position onSample(Frame shown, int which) {
        List<Integer> same = new java.util.ArrayList<>(element);
        if (shown.isBatched() && which < shown.output().dims()[0]) {
            same.set(0, which);
        }
        return new Position(frame, same, which, ALL);
    }

    /// @return at another frame; the same element stays asked about where its output has the same sizes as this one's
    Position to(Frame shown, Frame next) {
        int[] dims = next.output().dims();
        boolean same = Arrays.equals(dims, shown.output().dims());
        List<Integer> at = same ? element : Collections.nCopies(dims.length, 0);
        return new Position(next.index(), at, sample, ALL).onSample(next, sample);
    }

    /// @return at a frame that is the first to be shown
    static Position first(Frame frame, int sample) {
        int axes = frame.output().dims().length;
        return new Position(frame.index(), Collections.nCopies(axes, 0), sample, ALL).onSample(frame, sample);
    }

    /// @return here, looking at one term
    Position onTerm(int which) {
        return new Position(frame, element, sample, which);
    }
}
