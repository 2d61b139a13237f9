package io.netwright.data.builtin;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The files in `assets/datasets`. They are part of the program: where one is absent or wrong, the program is broken.
final class Resource {

    private Resource() {}

    /// @return the fields of each line of a comma-separated file, unpacked where its name ends in `.gz`
    static List<String[]> read(String name) {
        String path = "/datasets/" + name;
        try (InputStream in = Resource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
