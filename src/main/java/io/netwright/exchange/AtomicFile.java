package io.netwright.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Writes a file so that whoever looks, whenever the program or the machine dies, finds the old file or the new one,
/// whole.
///
/// The bytes go to a hidden file in the same folder, are forced to the disk, and take the old file's name in one step.
/// What a killed program leaves behind is such a hidden file; later saves sweep it away.
public final class AtomicFile {

    /// A hidden file older than this belongs to no save that still runs.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final String SUFFIX = ".part";

    private AtomicFile() {}

    /// What is to stand in the file.
    public interface Body {
        /// @param out buffered; need not be closed
        void write(OutputStream out) throws IOException;
    }

    /// Looks at a finished file before it takes its place.
    public interface Check {
        /// @param part the new file under its hidden name; may be moved elsewhere where it is not accepted
        /// @return whether it may take its place; where not, an old file stays as it was
        boolean accepts(Path part) throws IOException;
    }

    /// How far a save has come. Tests fail or kill it here.
    enum Stage {
        OPENED,
        WRITTEN,
        SYNCED,
        MOVED
    }

    /// Looks on.
    interface Probe {
        void reached(Stage stage) throws IOException;
    }

    /// Replaces `target`, or makes it.
    ///
    /// @param target its folder is there; where it is a link, the file that it leads to is replaced
    /// @throws io.netwright.text.UserException where it cannot be written, with the reason in words; an existing file
    ///   is
    ///     then as it was
    public static void write(Path target, Body body) {
        write(target, body, stage -> {});
    }

    /// As [#write(Path, Body)], if `check` accepts the finished file.
    ///
    /// @return whether it did
    public static boolean writeIf(Path target, Body body, Check check) {
        return write(target, body, check, stage -> {});
    }

    static void write(Path target, Body body, Probe probe) {
        write(target, body, part -> true, probe);
    }

    private static boolean write(Path target, Body body, Check check, Probe probe) {
        try {
            // a link is followed, or the move would put a file in its place
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(real)) {
                throw FileProblem.isFolder(target);
            }
            return replace(real, body, check, probe);
        } catch (IOException e) {
            throw FileProblem.writing(target, e);
        }
    }

    private static boolean replace(Path target, Body body, Check check, Probe probe) throws IOException {
        String prefix = "." + target.getFileName() + ".";
        // Not createTempFile: that one makes files that only their owner may read.
        Path part = target.resolveSibling(prefix + UUID.randomUUID() + SUFFIX);
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                probe.reached(Stage.OPENED);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                body.write(out);
                out.flush();
                probe.reached(Stage.WRITTEN);
                channel.force(true);
                probe.reached(Stage.SYNCED);
            }
            if (!check.accepts(part)) {
                return false;
            }
            keepPermissions(target, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            probe.reached(Stage.MOVED);
            syncFolder(target);
            sweep(target, prefix);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (old != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        }
    }

    /// Makes the new name itself last. Not every platform lets a folder be opened; there, the file system's own journal
    /// has to do.
    private static void syncFolder(Path target) {
        try (FileChannel folder = FileChannel.open(folder(target), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // the file is in place already; there is nothing a person could do
        }
    }

    private static void sweep(Path target, String prefix) {
        Instant oldest = Instant.now().minus(ABANDONED);
        DirectoryStream.Filter<Path> abandoned = p -> p.getFileName().toString().startsWith(prefix)
                && p.getFileName().toString().endsWith(SUFFIX)
                && Files.getLastModifiedTime(p).toInstant().isBefore(oldest);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder(target), abandoned)) {
            for (Path p : parts) {
                Files.deleteIfExists(p);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // litter, not harm: the next save tries again
        }
    }

    private static Path folder(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? target.toAbsolutePath() : parent;
    }
}
