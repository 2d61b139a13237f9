package io.netwright.cli;

import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.program.Parameters;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright init`: writes the weights that training would start from.
@Command(name = "init")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class InitCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--seed", paramLabel = "S")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "W.safetensors", required = true)
    private Path out;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TrainingPlan plan = project.plan(project.project().training());
        long used = seed == null ? plan.spec().seed() : seed;
        Parameters initial = plan.initial(used);
        WeightsFile.save(out, initial);
        if (common.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("event", "done");
            answer.put("seed", used);
            answer.put(
                    "parameters",
                    plan.training().parameters().stream()
                            .mapToLong(p -> p.size())
                            .sum());
            answer.put("weights", out.toString());
            console.json(answer);
        } else {
            console.say("cli.init.done", initial.all().size(), out.toString());
        }
        return Exit.OK;
    }
}
