package io.netwright.exchange.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The runtime in a process of its own, whose folders are looked into afterwards.
class TelemetryTest {

    /// What the process runs.
    static final class Main {
        public static void main(String[] args) {
            System.out.print(OnnxSession.version());
        }
    }

    @TempDir
    Path home;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsKeptAndALongCommandLineDoesNoHarm() throws Exception {
        Path temporary = Files.createDirectory(home.resolve("temporary"));
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                Main.class.getName(),
                "x".repeat(20_000));
        child.environment().keySet().removeAll(List.of(Telemetry.VARIABLE, "CI", "TF_BUILD", "GITHUB_ACTIONS"));
        child.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        child.environment().put("HOME", home.toString());
        child.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        child.environment().put("TMPDIR", temporary.toString());
        child.redirectErrorStream(true);
        Process process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, process.exitValue(), said);
        assertEquals(OnnxSession.version(), said);
        assertEquals(List.of("temporary"), names(home));
        assertEquals(
                List.of(),
                names(temporary).stream()
                        .filter(n -> n.contains("mat-debug") || n.contains(".ses"))
                        .toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
