package io.netwright.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netwright.exchange.AtomicFile.Stage;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {

    private static final String OLD = "the old contents\n";
    private static final String NEW = "the new contents, which are longer\n".repeat(5_000);

    @TempDir
    Path folder;

    @Test
    void makesAndReplaces() throws IOException {
        Path file = folder.resolve("a.json");
        write(file, OLD);
        assertEquals(OLD, Files.readString(file));
        write(file, NEW);
        assertEquals(NEW, Files.readString(file));
        assertEquals(List.of("a.json"), names());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aFailureAtAnyStageLeavesOneWholeFileAndNoLitter(Stage stage) throws IOException {
        Path file = folder.resolve("a.json");
        write(file, OLD);
        var e = assertThrows(
                UserException.class,
                () -> AtomicFile.write(file, body(NEW), reached -> {
                    if (reached == stage) {
                        throw new FileSystemException(file.toString(), null, "No space left on device");
                    }
                }));
        assertEquals("exchange.write.full", e.what().key());
        assertEquals(stage == Stage.MOVED ? NEW : OLD, Files.readString(file));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void aBodyThatFailsHalfWayLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.json");
        write(file, OLD);
        assertThrows(
                UserException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(NEW.getBytes(StandardCharsets.UTF_8));
                    throw new IOException("the cable");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("a defect of the caller");
                }));
        assertEquals(OLD, Files.readString(file));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void aFileThatIsNotAcceptedLeavesTheOldOne() throws IOException {
        Path file = folder.resolve("a.json");
        write(file, OLD);
        Path elsewhere = folder.resolve("elsewhere");
        assertFalse(AtomicFile.writeIf(file, body(NEW), part -> {
            assertEquals(NEW, Files.readString(part));
            Files.move(part, elsewhere);
            return false;
        }));
        assertEquals(OLD, Files.readString(file));
        assertEquals(NEW, Files.readString(elsewhere));
        Files.delete(elsewhere);
        assertFalse(AtomicFile.writeIf(file, body(NEW), part -> false));
        assertEquals(OLD, Files.readString(file));
        assertEquals(List.of("a.json"), names());
        assertTrue(AtomicFile.writeIf(file, body(NEW), part -> true));
        assertEquals(NEW, Files.readString(file));
    }

    /// A process that dies at a stage, at once, as by a kill or a power cut: nothing of it runs afterwards.
    @ParameterizedTest
    @EnumSource(Stage.class)
    void aKillAtAnyStageLeavesOneWholeFile(Stage stage) throws Exception {
        Path file = folder.resolve("a.json");
        write(file, OLD);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dies.class.getName(),
                        file.toString(),
                        stage.name())
                .inheritIO()
                .start();
        assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        assertEquals(Dies.CODE, child.exitValue());
        assertEquals(stage == Stage.MOVED ? NEW : OLD, Files.readString(file));
        // and the next save works
        write(file, NEW + OLD);
        assertEquals(NEW + OLD, Files.readString(file));
    }

    /// Run in a process of its own.
    static final class Dies {
        static final int CODE = 77;

        private Dies() {}

        public static void main(String[] args) {
            AtomicFile.write(Path.of(args[0]), body(NEW), stage -> {
                if (stage == Stage.valueOf(args[1])) {
                    Runtime.getRuntime().halt(CODE);
                }
            });
        }
    }

    @Test
    void whatAKilledSaveLeftBehindIsSweptAwayLater() throws IOException {
        Path file = folder.resolve("a.json");
        Path abandoned = Files.writeString(folder.resolve(".a.json.1234.part"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(7_200)));
        Path running = Files.writeString(folder.resolve(".a.json.5678.part"), "another process, now");
        Path other = Files.writeString(folder.resolve(".b.json.1234.part"), "half");
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(7_200)));
        write(file, NEW);
        assertTrue(Files.notExists(abandoned));
        assertTrue(Files.exists(running));
        assertTrue(Files.exists(other));
    }

    @Test
    void permissionsAndLinksStay() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = folder.resolve("a.json");
        write(file, OLD);
        var shared = PosixFilePermissions.fromString("rw-rw-r--");
        Files.setPosixFilePermissions(file, shared);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(NEW, Files.readString(file));
        assertEquals(shared, Files.getPosixFilePermissions(file));
    }

    @Test
    void reasonsAreSaidInWords() throws IOException {
        assertEquals("exchange.write.noFolder", refusal(folder.resolve("gone/a.json")));
        Path aFile = Files.writeString(folder.resolve("file"), "x");
        assertEquals("exchange.write.noFolder", refusal(aFile.resolve("a.json")));
        assertEquals("exchange.write.isFolder", refusal(Files.createDirectory(folder.resolve("dir"))));
        Path file = folder.resolve("a.json");
        assertEquals("exchange.write.denied", refusal(file, new AccessDeniedException(file.toString())));
        assertEquals(
                "exchange.write.denied",
                refusal(file, new FileSystemException(file.toString(), null, "Read-only file system")));
        assertEquals("exchange.write.failed", refusal(file, new IOException("Input/output error")));
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsSaidInWords() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(closed), "root may write anywhere");
        assertEquals("exchange.write.denied", refusal(closed.resolve("a.json")));
    }

    private static String refusal(Path file) {
        return assertThrows(UserException.class, () -> write(file, NEW)).what().key();
    }

    private static String refusal(Path file, IOException failure) {
        return assertThrows(
                        UserException.class,
                        () -> AtomicFile.write(file, body(NEW), stage -> {
                            throw failure;
                        }))
                .what()
                .key();
    }

    private static void write(Path file, String text) {
        AtomicFile.write(file, body(text));
    }

    private static AtomicFile.Body body(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
