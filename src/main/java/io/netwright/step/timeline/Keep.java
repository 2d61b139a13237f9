package io.netwright.step.timeline;

import io.netwright.tensor.Tensor;
import io.netwright.train.Moment;
import io.netwright.train.TrainingSession;
import java.util.TreeMap;

/// The moments of a run that are kept, evenly spaced, as many as the limit allows.
final class Keep {

    /// Fewer than this do not help; more than this save no time that anybody would notice.
    private static final int FEWEST = 2;

    private static final int MOST = 512;

    private final TreeMap<Long, Moment> moments = new TreeMap<>();
    private final long first;
    private final long each;
    private final int most;
    private final long stride;

    /// @param begin always kept
    /// @param last  the last step that there will be
    /// @param limit in bytes
    Keep(Moment begin, long last, long limit) {
        this.first = begin.step();
        this.each = bytes(begin);
        this.most = (int) Math.clamp(limit / Math.max(1, each), FEWEST, MOST);
        // the beginning takes one place
        this.stride = Math.max(1, Math.ceilDiv(last - first, (long) most));
        moments.put(first, begin);
    }

    private static long bytes(Moment moment) {
        long numbers = moment.parameters().all().values().stream()
                        .mapToLong(Tensor::size)
                        .sum()
                + moment.optimizer().tensors().values().stream()
                        .mapToLong(Tensor::size)
                        .sum();
        return numbers * moment.parameters().precision().bytes();
    }

    /// Keeps where a session stands, if that is one of the places.
    void offer(TrainingSession session) {
        long step = session.step();
        if ((step - first) % stride == 0 && moments.size() < most && !moments.containsKey(step)) {
            moments.put(step, session.moment());
        }
    }

    /// @return the last kept moment that is not after a step
    Moment nearest(long step) {
        return moments.floorEntry(step).getValue();
    }

    long bytes() {
        return each * moments.size();
    }
}
