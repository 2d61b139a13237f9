package io.netwright.exchange;

import io.netwright.exchange.certificate.Certificate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What came of an export.
///
/// @param format      as what
/// @param exported    whether the file is where it was asked for
/// @param file        the file; where it was not exported, the rejected one beside it, kept for a look
/// @param certificate the proof; null for weights alone, whose file was read back and is bit for bit the same
/// @param notes       what whoever uses the file should know
public record ExportResult(
        ExportFormat format,
        boolean exported,
        Path file,
        @Nullable Certificate certificate,
        List<ExportNote> notes) {

    public ExportResult {
        notes = List.copyOf(notes);
    }

    /// @return the result as a JSON object, the certificate's entries in it; notes are left to those who know a
    ///     language
    public SequencedMap<String, @Nullable Object> json() {
        SequencedMap<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", format.id());
        json.put("exported", exported);
        json.put("file", file.toString());
        if (certificate != null) {
            json.putAll(certificate.json());
        }
        return json;
    }
}
