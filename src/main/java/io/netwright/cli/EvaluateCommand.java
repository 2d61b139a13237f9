package io.netwright.cli;

import io.netwright.data.Part;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Evaluation;
import io.netwright.train.Evaluator;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright evaluate`: how good trained weights are on a part of the data.
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--split", paramLabel = "PART", defaultValue = "test")
    private String split = "test";

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Part part = part();
        TrainingPlan plan = project.plan(project.project().training());
        var parameters = WeightsFile.load(
                project.weightsFile(weights), plan.evaluation(), plan.spec().precision());
        Evaluation judged = new Evaluator(plan, parameters).evaluate(part);
        if (judged == null) {
            throw new UserException(
                    Message.of("cli.error.emptyPart", part.id()),
                    new UserException.Where("", "--split"),
                    Message.of("cli.error.aPart"),
                    Message.of("cli.text", part.id()),
                    null);
        }
        if (common.json()) {
            console.json(json(part, judged));
        } else {
            console.say("cli.evaluate.samples", part.id(), judged.samples());
            console.line(String.format(Locale.ENGLISH, "loss %.6g", judged.loss()));
            judged.metrics().forEach((key, v) -> console.line(String.format(Locale.ENGLISH, "%s %.6g", key, v)));
        }
        return Exit.OK;
    }

    private Part part() {
        for (Part part : Part.values()) {
            if (part.id().equals(split)) {
                return part;
            }
        }
        throw new UserException(
                Message.of("cli.error.part", split),
                new UserException.Where("", "--split"),
                Message.of("cli.error.parts"),
                Message.of("cli.text", split),
                null);
    }

    private static Map<String, Object> json(Part part, Evaluation judged) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("split", part.id());
        json.put("samples", judged.samples());
        json.put("loss", judged.loss());
        json.put("metrics", judged.metrics());
        if (judged.confusion() != null) {
            Map<String, Object> confusion = new LinkedHashMap<>();
            confusion.put("classes", judged.confusion().classes());
            confusion.put("counts", List.of(judged.confusion().counts()));
            json.put("confusion", confusion);
        }
        return json;
    }
}
