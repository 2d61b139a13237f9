package io.netwright.exchange.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Who wrote a file: this program, in the version that the build gave it.
public final class Producer {

    public static final String NAME = "Netwright";

    /// The version, such as `0.1.0`.
    public static final String VERSION = version();

    private Producer() {}

    private static String version() {
        try (InputStream in = Producer.class.getResourceAsStream("/io/netwright/app/build.properties")) {
            Properties p = new Properties();
            if (in != null) {
                p.load(in);
            }
            return p.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
