package io.netwright.app;

import java.util.logging.Logger;

/// What JavaFX logs by itself.
final class JavaFxLog {

    // held, since the log manager forgets a logger that nobody holds, and its filter with it
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private JavaFxLog() {}

    /// Leaves out the one warning that is about how the program is packaged and that nobody who uses it can do anything
    /// about: that JavaFX came from the class path. EJML's jars share packages, so the module path is not open to us.
    static void quiet() {
        JAVAFX.setFilter(entry ->
                entry.getMessage() == null || !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
