package io.netwright.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// One training step, measured by JMH with its allocation.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {

    @Param({"spiral", "mnist-mlp-sgd", "mnist-mlp-adam", "lenet5", "tiny-gpt", "lstm"})
    public String network = "";

    @Param({"netwright"})
    public String contestant = "";

    @Param({"1"})
    public int threads;

    @SuppressWarnings("NullAway.Init")
    private Contestant running;

    @Setup
    public void start() {
        running = Contestant.of(contestant, BenchCase.of(network), threads);
    }

    @Benchmark
    public void step() {
        running.step();
    }

    @TearDown
    public void stop() {
        running.close();
    }

    static void run(List<String> networks, List<Integer> threads, List<String> peers) throws RunnerException {
        List<String> contestants = new java.util.ArrayList<>(List.of("netwright"));
        contestants.addAll(peers);
        new Runner(new OptionsBuilder()
                        .include(StepBenchmark.class.getName())
                        .param("network", networks.toArray(String[]::new))
                        .param("contestant", contestants.toArray(String[]::new))
                        .param("threads", threads.stream().map(Object::toString).toArray(String[]::new))
                        .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
