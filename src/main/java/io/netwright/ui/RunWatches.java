package io.netwright.ui;

import io.netwright.train.Trainer;
import io.netwright.train.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be seen of whichever run there is. Where nobody watches, nothing is computed.
final class RunWatches {

    private final Map<Watch, Integer> watches = new LinkedHashMap<>();
    private final List<Trainer.Subscription> subscriptions = new ArrayList<>();
    private @Nullable Trainer run;

    /// @param on whether from now on, or no longer; as often the one as the other
    void watch(Watch watch, boolean on) {
        watches.merge(watch, on ? 1 : -1, Integer::sum);
        watches.values().removeIf(n -> n == 0);
        follow(run);
    }

    /// Watches this run from now on, and no other; null for none.
    void follow(@Nullable Trainer next) {
        subscriptions.forEach(Trainer.Subscription::close);
        subscriptions.clear();
        run = next;
        if (next != null) {
            watches.keySet().forEach(w -> subscriptions.add(next.watch(w)));
        }
    }
}
