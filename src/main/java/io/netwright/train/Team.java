package io.netwright.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A few threads that do one thing together, again and again, and wait for one another in between. The thread that
/// calls [#run] is one of them.
///
/// Made for rounds of some hundred microseconds: whoever waits looks again for a moment before it goes to sleep, and a
/// round allocates nothing.
final class Team implements AutoCloseable {

    /// Waking a thread that sleeps takes longer than this.
    private static final long PATIENCE_NANOS = 20_000;

    private final Thread[] workers;
    private final @Nullable Throwable[] failures;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private volatile Thread leader = Thread.currentThread();
    private volatile boolean closed;
    private IntConsumer task = part -> {};

    /// @param size threads, the calling one included
    Team(int size) {
        this.failures = new Throwable[size];
        this.workers = new Thread[size - 1];
        for (int i = 0; i < workers.length; i++) {
            int part = i + 1;
            workers[i] =
                    Thread.ofPlatform().name("netwright-part-" + part).daemon().start(() -> work(part));
        }
    }

    int size() {
        return workers.length + 1;
    }

    /// Runs `job` for each part from 0 to `size - 1`, part 0 on the calling thread, and returns when all are done.
    ///
    /// @throws RuntimeException what a part has thrown
    void run(IntConsumer job) {
        leader = Thread.currentThread();
        task = job;
        working.set(workers.length);
        round.incrementAndGet();
        for (Thread worker : workers) {
            LockSupport.unpark(worker);
        }
        attempt(0);
        long start = System.nanoTime();
        while (working.get() > 0) {
            waitFrom(start);
        }
        rethrow();
    }

    private void attempt(int part) {
        try {
            task.accept(part);
        } catch (Throwable e) {
            failures[part] = e;
        }
    }

    private void rethrow() {
        for (int part = 0; part < failures.length; part++) {
            Throwable failure = failures[part];
            if (failure != null) {
                failures[part] = null;
                switch (failure) {
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    default -> throw new IllegalStateException(failure);
                }
            }
        }
    }

    private void work(int part) {
        int done = 0;
        while (true) {
            long start = System.nanoTime();
            while (round.get() == done && !closed) {
                waitFrom(start);
            }
            if (closed) {
                return;
            }
            done++;
            attempt(part);
            if (working.decrementAndGet() == 0) {
                LockSupport.unpark(leader);
            }
        }
    }

    private void waitFrom(long start) {
        if (System.nanoTime() - start < PATIENCE_NANOS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread worker : workers) {
            LockSupport.unpark(worker);
        }
    }
}
