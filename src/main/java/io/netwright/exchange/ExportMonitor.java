package io.netwright.exchange;

import io.netwright.text.Message;

/// Who is told how far an export is, and may stop it. Called on the thread that exports.
public interface ExportMonitor {

    /// For those who do not care.
    ExportMonitor NONE = (what, done) -> {};

    /// @param what what begins now
    /// @param done the part of the whole that is done, 0 to 1
    /// @throws java.util.concurrent.CancellationException to stop; nothing of the export remains then
    void progress(Message what, double done);
}
