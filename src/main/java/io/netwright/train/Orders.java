package io.netwright.train;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// What a trainer has been told and not yet done. Any thread adds; the training thread takes.
final class Orders {

    private sealed interface Item {
        record Told(Command command) implements Item {}

        record Closed() implements Item {}
    }

    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private boolean closed;

    void add(Command command) {
        queue.add(new Item.Told(command));
    }

    /// Ends what comes after what has been told so far.
    void close() {
        queue.add(new Item.Closed());
    }

    /// @return whether [#next] has come to the end; for the training thread
    boolean isClosed() {
        return closed;
    }

    /// @param wait until there is something
    /// @return what is to be done; null where there is nothing, or nothing any more
    @Nullable
    Command next(boolean wait) throws InterruptedException {
        Item item = wait ? queue.take() : queue.poll();
        closed = item instanceof Item.Closed;
        return item instanceof Item.Told(Command command) ? command : null;
    }

    /// Says to whoever waits for a copy that none will come.
    void refuse() {
        for (Item item = queue.poll(); item != null; item = queue.poll()) {
            if (item instanceof Item.Told(Command.Copy(var copy))) {
                copy.cancel(false);
            } else if (item instanceof Item.Told(Command.CopyMoment(var moment))) {
                moment.cancel(false);
            }
        }
    }
}
