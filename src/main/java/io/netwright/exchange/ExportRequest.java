package io.netwright.exchange;

import io.netwright.compile.Compilation;
import io.netwright.data.LoadedData;
import io.netwright.program.Parameters;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What is to be exported, as what, and where to.
///
/// @param project     the project's name; names the model
/// @param compilation the network, compiled for evaluation
/// @param parameters  its numbers. Read while the export runs, so training must not change them meanwhile: hand over a
///                    copy.
/// @param data        the project's data, for the scaling, the names of features and classes, and the certificate; null
///                    where there are none
/// @param format      as what
/// @param file        where to; replaced only by a file that passed
/// @param options     how
/// @param metadata    more to be said in the file, such as `netwright.seed`
public record ExportRequest(
        String project,
        Compilation compilation,
        Parameters parameters,
        @Nullable LoadedData data,
        ExportFormat format,
        Path file,
        ExportOptions options,
        SequencedMap<String, String> metadata) {

    public ExportRequest {
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }
}
