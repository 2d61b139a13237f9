package io.netwright.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One contestant in a process of its own, which waits while another is measured.
///
/// Standard input: a line for each measurement, its length in milliseconds. Standard output: a line that begins with
/// `@` for the contestant itself (losses of the first two steps, microseconds of the first step, kernel) and one for
/// each measurement (steps, nanoseconds, bytes allocated on the Java heap).
final class Worker {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Worker() {}

    public static void main(String[] args) throws IOException {
        BenchCase c = BenchCase.of(args[1]);
        try (Contestant contestant = Contestant.of(args[0], c, Integer.parseInt(args[2]))) {
            long start = System.nanoTime();
            contestant.step();
            long first = System.nanoTime() - start;
            double before = contestant.loss();
            contestant.step();
            System.out.printf(
                    Locale.ROOT, "@ %s %s %d %s%n", before, contestant.loss(), first / 1000, contestant.kernel());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("@ " + measure(contestant, Long.parseLong(line) * 1_000_000));
            }
        }
        // libraries of the peers leave threads behind
        System.exit(0);
    }

    private static String measure(Contestant contestant, long nanos) {
        long bytes = THREADS.getTotalThreadAllocatedBytes();
        long start = System.nanoTime();
        long now = start;
        long steps = 0;
        while (now - start < nanos) {
            contestant.step();
            steps++;
            now = System.nanoTime();
        }
        return steps + " " + (now - start) + " " + (THREADS.getTotalThreadAllocatedBytes() - bytes);
    }
}
