package io.netwright.cli;

import io.netwright.exchange.AtomicFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Parameters;
import io.netwright.step.PlannedSteps;
import io.netwright.step.worksheet.Worksheet;
import io.netwright.step.worksheet.WorksheetPage;
import io.netwright.tensor.Precision;
import io.netwright.train.TrainingPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright worksheet`: questions on a training step, on paper, with their answers.
@Command(name = "worksheet")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WorksheetCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--questions", paramLabel = "N", defaultValue = "" + Worksheet.QUESTIONS)
    private int questions;

    @Option(names = "--samples", paramLabel = "N", defaultValue = "" + Worksheet.SAMPLES)
    private int samples;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE.html", required = true)
    private Path out;

    WorksheetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Required.that(questions >= 1, "--questions", questions, "cli.error.oneOrMore");
        Required.that(samples >= 1, "--samples", samples, "cli.error.oneOrMore");
        TrainingPlan plan = project.plan(project.project().training());
        Parameters start = weights == null
                ? Parameters.initial(plan.training(), Precision.FLOAT64, seed)
                : project.weightsOrInitial(plan, weights, Precision.FLOAT64);
        PlannedSteps steps = new PlannedSteps(project.project().network(), plan, start);
        Worksheet sheet = Worksheet.of(steps.record(LayerRegistry.STANDARD, 0, samples), questions, seed);
        String page = WorksheetPage.write(sheet, project.project().name(), seed, console.messages());
        AtomicFile.write(out, stream -> stream.write(page.getBytes(StandardCharsets.UTF_8)));
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", "done");
            json.put("questions", sheet.questions().size());
            json.put("file", out.toString());
            console.json(json);
        } else {
            console.say("cli.worksheet.done", sheet.questions().size(), out.toString());
        }
        return Exit.OK;
    }
}
