package io.netwright.cli;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.data.LoadedData;
import io.netwright.exchange.ExportFormat;
import io.netwright.exchange.ExportMonitor;
import io.netwright.exchange.ExportOptions;
import io.netwright.exchange.ExportRequest;
import io.netwright.exchange.ExportResult;
import io.netwright.exchange.Exports;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright export`: writes a trained network as a file for other programs, with proof that it computes the same.
@Command(name = "export")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--format", paramLabel = "F", required = true)
    private String format;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    @Option(names = "--opset", paramLabel = "N")
    private @Nullable Integer opset;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExportFormat as = parsed();
        LoadedData data = project.data();
        TrainingPlan plan = project.plan(project.project().training());
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(project.project().network(), DataSignatures.of(data.prepared()), Compiler.Mode.EVALUATION);
        var parameters = WeightsFile.load(
                project.weightsFile(weights), plan.evaluation(), plan.spec().precision());
        ExportOptions options = ExportOptions.DEFAULT;
        ExportResult result = new Exports()
                .export(
                        new ExportRequest(
                                project.project().name(),
                                compiled,
                                parameters,
                                data,
                                as,
                                out.toAbsolutePath(),
                                opset == null ? options : options.withOpset(opset),
                                new LinkedHashMap<>()),
                        ExportMonitor.NONE);
        if (common.json()) {
            console.json(result.json());
        } else {
            print(result);
        }
        return result.exported() ? Exit.OK : Exit.NO;
    }

    private ExportFormat parsed() {
        List<String> known =
                Arrays.stream(ExportFormat.values()).map(ExportFormat::id).toList();
        for (ExportFormat f : ExportFormat.values()) {
            if (f.id().equals(format)) {
                return f;
            }
        }
        throw new UserException(
                Message.of("cli.error.format", format),
                new UserException.Where("", "--format"),
                Message.of("core.expected.choice", String.join(", ", known)),
                Message.of("cli.text", format),
                null);
    }

    private void print(ExportResult result) {
        if (result.certificate() != null) {
            result.certificate().text().forEach(console::say);
        }
        result.notes().forEach(n -> console.say(n.message()));
        console.say(
                result.exported() ? "cli.export.done" : "cli.export.rejected",
                result.file().toString());
    }
}
