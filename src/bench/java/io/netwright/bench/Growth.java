package io.netwright.bench;

import io.netwright.tensor.Shape;
import io.netwright.train.TrainingPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// How the cost of a training step grows with the batch, the width and the depth of a network of dense layers with ReLU
/// between them, on one thread: a table and a picture. One of the three grows, the others stay as they are in [#BASE].
///
/// A point is the fastest of many steps, which is what the work costs; other programs on the machine only make steps
/// slower.
final class Growth {

    private record Size(int batch, int width, int depth) {}

    private static final Size BASE = new Size(64, 128, 4);

    /// One point.
    ///
    /// @param at     what grows
    /// @param micros of a step
    /// @param flops  of its products, which a multiply and an add count as two
    record Point(int at, double micros, double flops) {}

    /// One curve.
    record Series(String what, String rest, List<Point> points) {}

    private Growth() {}

    /// Measures and prints all curves and writes the picture.
    static void run(PrintStream out, Path picture, long millis) throws IOException {
        // until the JIT compiler has seen the loops
        measure(0, BASE, 6 * millis);
        List<Series> all = List.of(
                series(out, "batch", "width 128, depth 4", 2048, n -> new Size(n, BASE.width, BASE.depth), millis),
                series(out, "width", "batch 64, depth 4", 1024, n -> new Size(BASE.batch, n, BASE.depth), millis),
                series(out, "depth", "batch 64, width 128", 64, n -> new Size(BASE.batch, BASE.width, n), millis));
        Files.writeString(picture, GrowthPicture.svg(all));
    }

    private static Series series(
            PrintStream out, String what, String rest, int last, IntFunction<Size> size, long millis) {
        out.printf(Locale.ROOT, "%n| %s (%s) | µs/step | GFLOP/s |%n| --- | --- | --- |%n", what, rest);
        List<Point> points = new ArrayList<>();
        for (int n = 1; n <= last; n *= 2) {
            Point p = measure(n, size.apply(n), millis);
            points.add(p);
            out.printf(Locale.ROOT, "| %d | %.1f | %.1f |%n", n, p.micros, p.flops / p.micros / 1000);
        }
        return new Series(what, rest, points);
    }

    private static Point measure(int at, Size s, long millis) {
        BenchCase c = new BenchCase(
                "growth", BenchNetworks.chain(s.width, s.depth), "SGD", s.batch, Shape.of(s.width), 1, s.width, false);
        TrainingPlan plan = c.plan(1);
        // forwards, and twice as much backwards but for the first layer, whose input has no gradient
        double first = 2.0 * s.width * s.width;
        double flops = s.batch * (3.0 * plan.flops() - first);
        try (NetwrightContestant netwright = new NetwrightContestant(c, 1)) {
            run(netwright, millis);
            return new Point(at, run(netwright, millis), flops);
        }
    }

    /// @return microseconds of the fastest step
    private static double run(NetwrightContestant netwright, long millis) {
        long begin = System.nanoTime();
        long best = Long.MAX_VALUE;
        long now = begin;
        while (now - begin < millis * 1_000_000) {
            netwright.step();
            long next = System.nanoTime();
            best = Math.min(best, next - now);
            now = next;
        }
        return best / 1e3;
    }
}
