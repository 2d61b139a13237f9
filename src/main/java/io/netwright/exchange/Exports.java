package io.netwright.exchange;

import io.netwright.compile.Diagnostic;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.Scaler;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.exchange.certificate.Certifier;
import io.netwright.exchange.certificate.Samples;
import io.netwright.exchange.onnx.OnnxExporter;
import io.netwright.exchange.onnx.OnnxModel;
import io.netwright.exchange.onnx.OnnxSource;
import io.netwright.exchange.onnx.Opset;
import io.netwright.exchange.safetensors.SafeTensorsWriter;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The use case behind the export dialog and the export command: writes a file, has it confirmed, and only then puts it
/// in its place.
///
/// Not for the FX thread.
public final class Exports {

    /// What a rejected file is called: its name and this.
    public static final String REJECTED = ".rejected";

    /// The part of the work that is done when the file is written.
    private static final double WRITTEN = 0.2;

    /// What brings a model's bytes to the disk. Tests damage them here.
    interface Pen {
        void write(OutputStream out, byte[] model) throws IOException;
    }

    private final LayerRegistry registry;
    private final Clock clock;
    private final Pen pen;

    public Exports() {
        this(LayerRegistry.STANDARD, Clock.systemUTC(), OutputStream::write);
    }

    Exports(LayerRegistry registry, Clock clock, Pen pen) {
        this.registry = registry;
        this.clock = clock;
        this.pen = pen;
    }

    /// Exports a network. An ONNX file appears at its place only after its certificate passed, and replaces what was
    /// there in one step. One that did not pass is kept beside that place under its name and [#REJECTED], for a
    /// look; what was at the place stays.
    ///
    /// @throws UserException where it cannot be written: the network has errors, an op has no form in the
    ///     format, the folder is not there, the runtime does not load
    /// @throws java.util.concurrent.CancellationException where `monitor` stopped it
    public ExportResult export(ExportRequest request, ExportMonitor monitor) {
        Program program = request.compilation().program().orElseThrow(() -> invalid(request));
        monitor.progress(Message.of("exchange.progress.write"), 0);
        return switch (request.format()) {
            case ONNX -> onnx(request, program, monitor);
            case SAFETENSORS -> safetensors(request, monitor);
        };
    }

    private static UserException invalid(ExportRequest request) {
        Diagnostic first = request.compilation().diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElseThrow();
        return new UserException(Message.of("exchange.network.invalid", first.place(), first.message()));
    }

    private static Precision precision(ExportRequest request) {
        Precision asked = request.options().precision();
        return asked == null ? request.parameters().precision() : asked;
    }

    private List<ExportNote> notes(ExportRequest request) {
        return ExportLint.check(
                request.compilation(),
                request.parameters(),
                request.data(),
                request.options().scalingInside(),
                registry);
    }

    private ExportResult safetensors(ExportRequest request, ExportMonitor monitor) {
        SafeTensorsWriter.write(
                request.file(),
                request.parameters().copy(precision(request)).all(),
                Metadata.of(request, false).metadata());
        monitor.progress(Message.of("exchange.progress.write"), 1);
        List<ExportNote> warnings = notes(request).stream()
                .filter(n -> n.kind() == ExportNote.Kind.WARNING)
                .toList();
        return new ExportResult(request.format(), true, request.file(), null, warnings);
    }

    private ExportResult onnx(ExportRequest request, Program program, ExportMonitor monitor) {
        ExportOptions options = request.options();
        LoadedData data = request.data();
        OnnxModel model = OnnxExporter.export(new OnnxSource(
                program,
                request.parameters(),
                new Opset(options.opset()),
                precision(request),
                options.scalingInside() ? scaler(data) : null,
                Metadata.of(request, options.scalingInside())));
        List<ExportNote> notes = new ArrayList<>(notes(request));
        model.notes().forEach(n -> notes.add(ExportNote.warning(null, n)));
        Certifier certifier = new Certifier(
                model,
                data == null ? null : samples(data, options.scalingInside()),
                options.seed(),
                options.batches(),
                clock);
        Message what = Message.of("exchange.progress.certify");
        Path rejected = request.file().resolveSibling(request.file().getFileName() + REJECTED);
        AtomicReference<@Nullable Certificate> issued = new AtomicReference<>();
        boolean exported = AtomicFile.writeIf(request.file(), out -> pen.write(out, model.bytes()), written -> {
            Certificate certificate = certifier.certify(
                    Files.readAllBytes(written), done -> monitor.progress(what, WRITTEN + (1 - WRITTEN) * done));
            issued.set(certificate);
            if (certificate.passed()) {
                // of an earlier try; beside a good file it would only mislead
                Files.deleteIfExists(rejected);
            } else {
                Files.move(written, rejected, StandardCopyOption.REPLACE_EXISTING);
            }
            return certificate.passed();
        });
        return new ExportResult(request.format(), exported, exported ? request.file() : rejected, issued.get(), notes);
    }

    private static @Nullable Scaler scaler(@Nullable LoadedData data) {
        return data == null || data.preprocessing().scaler().isIdentity()
                ? null
                : data.preprocessing().scaler();
    }

    /// The test part, or the nearest to it that has samples.
    private static @Nullable Samples samples(LoadedData data, boolean unscaled) {
        for (Part part : List.of(Part.TEST, Part.VALIDATION, Part.TRAIN)) {
            if (data.split().size(part) > 0) {
                return new Samples(
                        unscaled ? data.raw() : data.prepared(), data.split().of(part), part.id());
            }
        }
        return null;
    }
}
