package io.netwright.lesson;

import io.netwright.exchange.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a lesson is written, and what lies beside it.
public sealed interface LessonPlace {

    /// @return how messages name it
    String name();

    /// @param relative to the lesson's file, with `/`; empty for the lesson itself
    /// @throws io.netwright.text.UserException where there is no such file, or it cannot be read
    byte[] read(String relative);

    /// @return the lesson's text
    default String text() {
        return new String(read(""), StandardCharsets.UTF_8);
    }

    /// A file on disk.
    record OnDisk(Path file) implements LessonPlace {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public byte[] read(String relative) {
            Path wanted = relative.isEmpty() ? file : file.resolveSibling(relative);
            try {
                return Files.readAllBytes(wanted);
            } catch (IOException e) {
                throw FileProblem.reading(wanted, e);
            }
        }
    }

    /// A resource of the program.
    ///
    /// @param path such as `/lessons/en/one-neuron.md`
    record Bundled(String path) implements LessonPlace {
        @Override
        public String name() {
            return path.substring(1);
        }

        @Override
        public byte[] read(String relative) {
            String wanted = relative.isEmpty()
                    ? path
                    : Path.of(path)
                            .resolveSibling(relative)
                            .normalize()
                            .toString()
                            .replace('\\', '/');
            try (InputStream in = Bundled.class.getResourceAsStream(wanted)) {
                if (in == null) {
                    throw new java.nio.file.NoSuchFileException(wanted);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw FileProblem.reading(Path.of(wanted), e);
            }
        }
    }
}
