package io.netwright.data.csv;

import io.netwright.data.CsvFormat;
import io.netwright.data.Refusal;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A file as characters: unpacked where it is gzipped, decoded as its byte order mark or a person says.
///
/// @param path    the file
/// @param charset what its bytes are decoded with
/// @param skip    the length of the byte order mark
/// @param gzipped whether it is unpacked first
public record TextSource(Path path, Charset charset, int skip, boolean gzipped) {

    private static final int BUFFER = 1 << 16;
    private static final int LOOK_AHEAD = 4096;

    /// Looks at the first bytes.
    ///
    /// @param encoding as in [CsvFormat#encoding]
    /// @throws UserException where the file cannot be read, is no text, or `encoding` is not known
    static TextSource of(Path path, String encoding) {
        byte[] head;
        boolean gzipped;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), LOOK_AHEAD)) {
            in.mark(2);
            gzipped = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            head = (gzipped ? new GZIPInputStream(in) : in).readNBytes(LOOK_AHEAD);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw refuse(path, "data.csv.zip", Message.of("data.csv.expected-text"), Refusal.text("ZIP"));
        }
        Mark mark = Mark.of(head);
        Charset charset = encoding.equals(CsvFormat.DETECT_ENCODING) ? mark.charset : named(path, encoding);
        boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
        if (!wide && contains(head, 0)) {
            throw refuse(
                    path,
                    "data.csv.zero-bytes",
                    Message.of("data.csv.expected-text"),
                    Message.of("data.csv.zero-byte"));
        }
        return new TextSource(path, charset, mark.charset.equals(charset) ? mark.length : 0, gzipped);
    }

    /// @return all characters of a text file
    /// @throws UserException where it cannot be read, or is no text
    public static String read(Path path) {
        try (Reader in = of(path, CsvFormat.DETECT_ENCODING).open()) {
            StringWriter text = new StringWriter();
            in.transferTo(text);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw refuse(path, "data.text.coding", Message.of("data.csv.expected-text"), Refusal.nothing());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// @return the file's characters, without the byte order mark; what is not valid in the character set throws
    ///         [java.nio.charset.CharacterCodingException] when it is reached
    Reader open() throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            if (gzipped) {
                in = new GZIPInputStream(in, BUFFER);
            }
            in.readNBytes(skip);
            return new InputStreamReader(
                    new BufferedInputStream(in, BUFFER),
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// @return what a person reads where the file cannot be read
    static UserException unreadable(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return Refusal.inFile(
                    path.toString(),
                    "",
                    Message.of("data.file.absent", path.toString()),
                    Message.of("data.file.a-file"),
                    Refusal.nothing(),
                    e);
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Refusal.inFile(
                path.toString(),
                "",
                Message.of("data.file.unreadable", path.toString()),
                Message.of("data.file.readable"),
                Refusal.text(why),
                e);
    }

    private static UserException refuse(Path path, String key, Message expected, Message found) {
        return Refusal.inFile(path.toString(), "", Message.of(key, path.toString()), expected, found, null);
    }

    private static Charset named(Path path, String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refuse(path, "data.csv.encoding", Message.of("data.csv.expected-encoding"), Refusal.text(encoding));
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] head, int value) {
        for (byte b : head) {
            if (b == value) {
                return true;
            }
        }
        return false;
    }

    /// A byte order mark and what it says.
    private record Mark(Charset charset, int length) {
        static Mark of(byte[] head) {
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            } else if (startsWith(head, 0xFF, 0xFE, 0, 0)) {
                return new Mark(StandardCharsets.UTF_32LE, 4);
            } else if (startsWith(head, 0, 0, 0xFE, 0xFF)) {
                return new Mark(StandardCharsets.UTF_32BE, 4);
            } else if (startsWith(head, 0xFF, 0xFE)) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            } else if (startsWith(head, 0xFE, 0xFF)) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            return new Mark(StandardCharsets.UTF_8, 0);
        }
    }
}
