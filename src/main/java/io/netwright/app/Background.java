package io.netwright.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads that compile, load and lay out while the window stays quick. They do not keep the program alive.
final class Background {

    private static final int THREADS = 3;

    private Background() {}

    static ExecutorService create() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(THREADS, task -> Thread.ofPlatform()
                .daemon()
                .name("background-" + number.incrementAndGet())
                .unstarted(task));
    }
}
