package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/netwright` in a copy of the project's layout, with JDKs that only say which one they are.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    @TempDir
    Path folder;

    private Path root;
    private Path home;

    record Outcome(int code, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        root = folder.resolve("a clone");
        home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectories(root.resolve("packaging"));
        for (String file : List.of("netwright", "jvm.args")) {
            Files.copy(Path.of("packaging", file), root.resolve("packaging").resolve(file));
        }
        build();
    }

    @Test
    void passesArgumentsAndExitCodeOn() throws Exception {
        Path jdk = jdk(folder.resolve("jdk"), "26.0.1");
        Outcome outcome = run(Map.of("JAVA_HOME", jdk.toString()), "check", "my project", "*");
        assertEquals(
                String.join(
                                "\n",
                                "26.0.1",
                                "@" + root + "/packaging/jvm.args",
                                "-jar",
                                root + "/target/netwright-launch.jar",
                                "check",
                                "my project",
                                "*")
                        + "\n",
                outcome.out);
        assertEquals(7, outcome.code);
    }

    @Test
    void passesOverAnOlderJavaHomeAndPrefersTheLongTermRelease() throws Exception {
        Path old = jdk(folder.resolve("old"), "21.0.4");
        jdk(home.resolve(".jdks/a-26"), "26");
        jdk(home.resolve(".jdks/b-25"), "25.0.3+9");
        jdk(home.resolve(".jdks/c-27"), "27-ea");
        Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), "samples");
        assertEquals("25.0.3+9", outcome.out.lines().findFirst().orElseThrow());
    }

    @Test
    void findsWhatTheToolchainsFileNames() throws Exception {
        Path jdk = jdk(folder.resolve("elsewhere"), "25");
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(
                home.resolve(".m2/toolchains.xml"),
                "<toolchains>\n  <configuration>\n    <jdkHome>" + jdk
                        + "</jdkHome>\n  </configuration>\n</toolchains>\n");
        assertEquals("25", run(Map.of(), "samples").out.lines().findFirst().orElseThrow());
    }

    @Test
    void startsThroughALinkFromAnyFolder() throws Exception {
        Path jdk = jdk(folder.resolve("jdk"), "25");
        Path link = Files.createSymbolicLink(folder.resolve("nw"), root.resolve("packaging/netwright"));
        Outcome outcome = run(link, Map.of("JAVA_HOME", jdk.toString()));
        assertEquals(7, outcome.code, outcome.err);
        assertTrue(outcome.out.contains(root.toRealPath() + "/target/netwright-launch.jar"), outcome.out);
    }

    @Test
    void saysWhatToRunWhereNothingIsBuilt() throws Exception {
        Path jdk = jdk(folder.resolve("jdk"), "25");
        Files.delete(root.resolve("target/netwright-launch.jar"));
        Outcome outcome = run(Map.of("JAVA_HOME", jdk.toString()));
        assertEquals("netwright: not built yet; run this once: mvn -f \"" + root + "/pom.xml\" compile\n", outcome.err);
        assertEquals(3, outcome.code);
    }

    private void build() throws IOException {
        Path main = root.resolve("target/classes/io/netwright/app/Main.class");
        Files.createDirectories(main.getParent());
        Files.createFile(main);
        Files.createFile(root.resolve("target/netwright-launch.jar"));
    }

    /// A JDK whose `java` prints its version and its arguments, a line each, and ends with 7.
    private static Path jdk(Path jdk, String version) throws IOException {
        Path bin = Files.createDirectories(jdk.resolve("bin"));
        executable(bin.resolve("java"), "printf '%s\\n' '" + version + "' \"$@\"\nexit 7");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        return run(root.resolve("packaging/netwright"), environment, arguments);
    }

    private Outcome run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(which("bash").toString(), script.toString()), Stream.of(arguments))
                                .toList())
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        // A path without java, so that a test sees no JDK of this machine before its own.
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            executable(tools.resolve(tool), "exec " + which(tool) + " \"$@\"");
        }
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), read("out"), read("err"));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static Path which(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
