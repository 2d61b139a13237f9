package io.netwright.train;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who wishes to see what, and when each was last served. Any thread adds; the training thread serves.
final class Watchers {

    private static final class Watcher {
        private final Watch watch;
        private long last;
        private boolean served;

        Watcher(Watch watch) {
            this.watch = watch;
        }

        boolean isDue(long now) {
            return !served || now - last >= watch.every().toNanos();
        }
    }

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /// @return ends it
    Trainer.Subscription add(Watch watch) {
        Watcher watcher = new Watcher(watch);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// @param now in nanoseconds
    /// @param all whether even those that were served just now are to be served
    /// @return what is to be seen
    List<Watch> due(long now, boolean all) {
        // asked before every batch, and mostly the answer is that nobody is due
        for (Watcher w : watchers) {
            if (all || w.isDue(now)) {
                return watchers.stream()
                        .filter(each -> all || each.isDue(now))
                        .map(each -> each.watch)
                        .toList();
            }
        }
        return List.of();
    }

    /// Says that these were served.
    void served(List<Watch> watches, long now) {
        for (Watcher w : watchers) {
            if (watches.contains(w.watch)) {
                w.served = true;
                w.last = now;
            }
        }
    }
}
