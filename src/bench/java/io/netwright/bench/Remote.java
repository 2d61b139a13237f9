package io.netwright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A [Worker] seen from outside.
///
/// @param hello what it said of itself
record Remote(Process process, BufferedReader out, Hello hello) implements AutoCloseable {

    /// @param first  loss of the first batch with the initial weights
    /// @param second loss of the second batch after one update
    /// @param firstStepMicros of the first step in a fresh process
    record Hello(double first, double second, long firstStepMicros, String kernel) {}

    /// @param micros a step
    /// @param bytes  allocated on the Java heap, a step
    record Measured(double micros, double bytes) {}

    /// Starts a contestant with its best settings. glibc's allocator is calmed for libtorch, which frees and takes
    /// large blocks at every step; OpenMP's threads sleep rather than spin while Java has the processor.
    static Remote start(String contestant, String network, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                contestant,
                network,
                Integer.toString(threads));
        Map<String, String> env = builder.environment();
        List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE").forEach(env::remove);
        env.put("OMP_NUM_THREADS", Integer.toString(threads));
        if (!contestant.equals("netwright")) {
            env.put("OMP_WAIT_POLICY", "passive");
            env.put("MALLOC_ARENA_MAX", "1");
            env.put("MALLOC_TRIM_THRESHOLD_", "2000000000");
            env.put("MALLOC_MMAP_THRESHOLD_", "1000000000");
            env.put("MALLOC_TOP_PAD_", "64000000");
        }
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            String[] words = read(out).split(" ", 4);
            return new Remote(
                    process,
                    out,
                    new Hello(
                            Double.parseDouble(words[0]),
                            Double.parseDouble(words[1]),
                            Long.parseLong(words[2]),
                            words[3]));
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
    }

    private static String read(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("@ ")) {
                return line.substring(2);
            }
        }
        throw new IOException("the contestant ended before it answered");
    }

    Measured measure(long millis) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((millis + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        String[] words = read(out).split(" ");
        double steps = Double.parseDouble(words[0]);
        return new Measured(Double.parseDouble(words[1]) / 1000 / steps, Double.parseDouble(words[2]) / steps);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
