package io.netwright.cli;

import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.train.TextWriter;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright generate`: text that a trained network writes.
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--prompt", paramLabel = "TEXT", defaultValue = "")
    private String prompt = "";

    @Option(names = "--length", paramLabel = "N", defaultValue = "200")
    private int length;

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "0.8")
    private double temperature;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Required.that(length >= 0, "--length", length, "cli.error.zeroOrMore");
        Required.that(
                temperature >= 0 && temperature < Double.POSITIVE_INFINITY,
                "--temperature",
                temperature,
                "cli.error.zeroOrMore");
        TrainingPlan plan = project.plan(project.project().training());
        TextWriter writer = new TextWriter(plan);
        var trained = WeightsFile.load(
                project.weightsFile(weights), plan.evaluation(), plan.spec().precision());
        String text = writer.write(trained, prompt, length, temperature, seed);
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", "done");
            json.put("prompt", prompt);
            json.put("text", text);
            console.json(json);
        } else {
            console.line(prompt + text);
        }
        return Exit.OK;
    }
}
