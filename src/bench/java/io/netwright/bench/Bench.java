package io.netwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `netwright bench`: trains the same networks by Netwright and by its peers, turn by turn, and prints a table.
@Command(
        name = "netwright bench",
        mixinStandardHelpOptions = true,
        description = "Train the same networks with Netwright, PyTorch and DL4J, turn by turn, and compare.")
public final class Bench implements Callable<Integer> {

    /// Peers compute the same when their losses agree to this share. DL4J's Adam differs in where epsilon stands.
    private static final double SAME = 2e-3;

    @Option(
            names = "--networks",
            split = ",",
            description = "spiral, mnist-mlp-sgd, mnist-mlp-adam, lenet5, tiny-gpt, lstm; all by default")
    private List<String> networks =
            BenchCase.all().stream().map(BenchCase::name).toList();

    @Option(names = "--threads", split = ",", defaultValue = "1,2", description = "${DEFAULT-VALUE} by default")
    private List<Integer> threads = List.of();

    @Option(names = "--peers", split = ",", defaultValue = "pytorch,dl4j", description = "${DEFAULT-VALUE} by default")
    private List<String> peers = List.of();

    @Option(names = "--pairs", defaultValue = "7", description = "measurements of each; ${DEFAULT-VALUE} by default")
    private int pairs;

    @Option(names = "--millis", defaultValue = "500", description = "of a measurement; ${DEFAULT-VALUE} by default")
    private long millis;

    @Option(names = "--warm-up", defaultValue = "4000", description = "milliseconds; ${DEFAULT-VALUE} by default")
    private long warmUp;

    @Option(names = "--jmh", description = "let JMH measure, one after the other, with its own statistics")
    private boolean jmh;

    @Option(
            names = "--growth",
            paramLabel = "SVG",
            description = "print how cost grows with batch, width and depth, and draw it into this file; no peers")
    private @Nullable Path growth;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (growth != null) {
            Growth.run(System.out, growth, millis);
            return 0;
        }
        if (jmh) {
            StepBenchmark.run(networks, threads, peers);
            return 0;
        }
        System.out.println(Row.HEADER);
        boolean same = true;
        for (String network : networks) {
            for (int each : threads) {
                same &= compare(BenchCase.of(network), each);
            }
        }
        return same ? 0 : 1;
    }

    private boolean compare(BenchCase c, int threadCount) throws IOException {
        Map<String, Remote> running = new LinkedHashMap<>();
        try {
            for (String name : contestants(c)) {
                running.put(name, Remote.start(name, c.name(), threadCount));
            }
            Map<String, List<Remote.Measured>> measured = new LinkedHashMap<>();
            for (var one : running.entrySet()) {
                one.getValue().measure(warmUp);
                measured.put(one.getKey(), new ArrayList<>());
            }
            for (int pair = 0; pair < pairs; pair++) {
                for (var one : running.entrySet()) {
                    measured.get(one.getKey()).add(one.getValue().measure(millis));
                }
            }
            return print(c, threadCount, running, measured);
        } finally {
            running.values().forEach(Remote::close);
        }
    }

    private List<String> contestants(BenchCase c) {
        List<String> names = new ArrayList<>(List.of("netwright"));
        peers.stream().filter(p -> !(p.equals("dl4j") && c.tokens())).forEach(names::add);
        return names;
    }

    private static boolean print(
            BenchCase c, int threadCount, Map<String, Remote> running, Map<String, List<Remote.Measured>> measured) {
        List<Remote.Measured> own = measured.get("netwright");
        Remote.Hello reference = running.get("netwright").hello();
        boolean allSame = true;
        for (var one : measured.entrySet()) {
            Remote.Hello hello = running.get(one.getKey()).hello();
            boolean same = close(hello.first(), reference.first()) && close(hello.second(), reference.second());
            allSame &= same;
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                ratios.add(one.getValue().get(i).micros() / own.get(i).micros());
            }
            double micros =
                    median(one.getValue().stream().map(Remote.Measured::micros).toList());
            double bytes =
                    median(one.getValue().stream().map(Remote.Measured::bytes).toList());
            System.out.println(new Row(
                    c.name(), threadCount, one.getKey(), micros, c.batch(), bytes, median(ratios), same, hello));
        }
        return allSame;
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /// A line of the table, which is Markdown.
    private record Row(
            String network,
            int threads,
            String contestant,
            double micros,
            int batch,
            double bytes,
            double ratio,
            boolean same,
            Remote.Hello hello) {

        private static final String HEADER = """
                | network | threads | who | samples/s | µs/step | heap bytes/step | times as long as Netwright | losses of the first two steps | first step, ms | kernel |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |""".stripIndent();

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %,.0f | %,.1f | %,.0f | %.2f | %.6f %.6f%s | %.0f | %s |",
                    network,
                    threads,
                    contestant,
                    batch / micros * 1e6,
                    micros,
                    bytes,
                    ratio,
                    hello.first(),
                    hello.second(),
                    same ? "" : " DIFFER",
                    hello.firstStepMicros() / 1e3,
                    hello.kernel());
        }
    }
}
