package io.netwright.exchange;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in words why a file cannot be read or written.
public final class FileProblem {

    private FileProblem() {}

    /// @return the refusal for a file that could not be written; what was there before is still there
    public static UserException writing(Path file, IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        String reason = reason(e);
        if (folder == null || !Files.isDirectory(folder)) {
            return refusal("exchange.write.noFolder", file, "exchange.write.aFolder", nothing(), e);
        }
        if (isFull(reason)) {
            return refusal("exchange.write.full", file, "exchange.write.space", asIs(reason), e);
        }
        if (isDenied(e, reason)) {
            return refusal("exchange.write.denied", file, "exchange.write.permission", asIs(reason), e);
        }
        return refusal("exchange.write.failed", file, "exchange.write.possible", asIs(reason), e);
    }

    /// @return the refusal for a file that could not be read
    public static UserException reading(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return refusal("exchange.read.missing", file, "exchange.read.aFile", nothing(), e);
        }
        if (Files.isDirectory(file)) {
            return refusal("exchange.read.isFolder", file, "exchange.read.aFile", Message.of("exchange.folder"), e);
        }
        String reason = reason(e);
        if (isDenied(e, reason)) {
            return refusal("exchange.read.denied", file, "exchange.read.permission", asIs(reason), e);
        }
        return refusal("exchange.read.failed", file, "exchange.read.possible", asIs(reason), e);
    }

    static UserException isFolder(Path file) {
        return refusal("exchange.write.isFolder", file, "exchange.write.aName", Message.of("exchange.folder"), null);
    }

    /// @return `value` as it stands, in any language
    public static Message asIs(Object value) {
        return Message.of("exchange.asIs", value.toString());
    }

    /// @return "nothing", in any language
    public static Message nothing() {
        return Message.of("core.nothing");
    }

    private static UserException refusal(
            String what, Path file, String expected, Message found, @Nullable IOException cause) {
        Path name = file.getFileName() == null ? file : file.getFileName();
        return new UserException(
                Message.of(
                        what,
                        name.toString(),
                        String.valueOf(file.toAbsolutePath().getParent())),
                new Where(file.toString(), ""),
                Message.of(expected),
                found,
                cause);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null || e instanceof FileSystemException
                ? e.getClass().getSimpleName()
                : e.getMessage();
    }

    // the platforms' own words, in which the JDK passes on why a write failed
    private static boolean isFull(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }

    private static boolean isDenied(IOException e, String reason) {
        return e instanceof AccessDeniedException
                || e.getCause() instanceof ReadOnlyFileSystemException
                || reason.toLowerCase(Locale.ROOT).contains("read-only file system");
    }
}
