package io.netwright.cli;

import io.netwright.data.CsvFormat;
import io.netwright.data.DataSet;
import io.netwright.data.LoadedData;
import io.netwright.data.load.InputLoader;
import io.netwright.data.matrix.CsvMatrix;
import io.netwright.data.matrix.NpyFile;
import io.netwright.data.matrix.NumberFormat;
import io.netwright.data.matrix.NumericArray;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.train.Predictor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright predict`: what a trained network answers to inputs from a file.
@Command(name = "predict")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PredictCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--input", paramLabel = "X", required = true)
    private Path input;

    @Option(names = "--out", paramLabel = "Y", required = true)
    private Path out;

    @Option(names = "--output", paramLabel = "NODE")
    private @Nullable String output;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LoadedData data = project.data();
        Program program = Predictor.program(
                project.project().network(), LayerRegistry.STANDARD, DataSignatures.of(data.prepared()));
        Precision precision = project.project().training().precision();
        var parameters = WeightsFile.load(project.weightsFile(weights), program, precision);
        DataSet inputs = InputLoader.load(input, CsvFormat.AUTO, data.preprocessing());
        Map<String, Tensor> answers = new Predictor(program, parameters).predict(inputs);
        String name = chosen(answers);
        Tensor answer = answers.get(name);
        if (answer == null) {
            throw new IllegalStateException("no output " + name);
        }
        write(answer, name, precision);
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", "done");
            json.put("output", name);
            json.put("samples", answer.dim(0));
            json.put("file", out.toString());
            console.json(json);
        } else {
            console.say("cli.predict.done", answer.dim(0), out.toString());
        }
        return Exit.OK;
    }

    private String chosen(Map<String, Tensor> answers) {
        List<String> names = List.copyOf(answers.keySet());
        if (output == null && names.size() == 1) {
            return names.getFirst();
        }
        if (output != null && names.contains(output)) {
            return output;
        }
        throw new UserException(
                Message.of("cli.error.output"),
                new UserException.Where("", "--output"),
                Message.of("core.expected.choice", String.join(", ", names)),
                output == null ? Message.of("core.nothing") : Message.of("cli.text", output),
                null);
    }

    private void write(Tensor answer, String name, Precision precision) {
        NumberFormat format = precision == Precision.FLOAT32 ? NumberFormat.FLOAT32 : NumberFormat.FLOAT64;
        NumericArray array = new NumericArray(answer.dims(), answer.toArray());
        String file = out.toString().toLowerCase(Locale.ROOT);
        if (file.endsWith(".npy")) {
            NpyFile.write(out, array, format);
        } else if (file.endsWith(".csv")) {
            List<String> header = new ArrayList<>();
            for (int i = 0; i < array.rowWidth(); i++) {
                header.add(array.rowWidth() == 1 ? name : name + "[" + i + "]");
            }
            CsvMatrix.write(out, NumericArray.matrix(array.rows(), array.rowWidth(), array.data()), header, format);
        } else {
            throw new UserException(
                    Message.of("cli.error.fileType", out.toString()),
                    new UserException.Where(out.toString(), "--out"),
                    Message.of("cli.text", ".csv, .npy"),
                    Message.of("cli.text", String.valueOf(out.getFileName())),
                    null);
        }
    }
}
