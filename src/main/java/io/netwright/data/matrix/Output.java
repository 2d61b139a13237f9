package io.netwright.data.matrix;

import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Writes a file so that no one ever sees half of it.
final class Output {

    private Output() {}

    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /// @throws UserException where the file cannot be written; an existing one is then as it was
    static void replace(Path path, Body body) {
        Path absolute = path.toAbsolutePath();
        try {
            // Not createTempFile: that one makes files which only their owner may read.
            Path part = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    body.write(out);
                }
                move(part, absolute);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Refusal.inFile(
                    path.toString(),
                    "",
                    Message.of("data.file.unwritable", path.toString()),
                    Message.of("data.file.writable"),
                    Refusal.text(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
