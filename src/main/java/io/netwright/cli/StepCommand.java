package io.netwright.cli;

import io.netwright.layer.LayerRegistry;
import io.netwright.program.Parameters;
import io.netwright.step.PlannedSteps;
import io.netwright.step.StepRecording;
import io.netwright.step.StepReport;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright step`: one training step with all its numbers.
@Command(name = "step")
final class StepCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--batch", paramLabel = "K", defaultValue = "0")
    private int batch;

    StepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TrainingPlan plan = project.plan(project.project().training());
        Parameters parameters = project.weightsOrInitial(plan, weights, Precision.FLOAT64);
        PlannedSteps steps = new PlannedSteps(project.project().network(), plan, parameters);
        if (batch < 0 || batch >= steps.batches()) {
            throw new UserException(
                    Message.of("cli.error.batch", batch),
                    new UserException.Where("", "--batch"),
                    Message.of("core.expected.int", 0, steps.batches() - 1),
                    Message.of("cli.text", Integer.toString(batch)),
                    null);
        }
        StepRecording recording = steps.record(LayerRegistry.STANDARD, batch, steps.samples(batch));
        StepReport report = StepReport.of(recording, project.project().network());
        if (common.json()) {
            json(report);
        } else {
            print(report);
        }
        return Exit.OK;
    }

    private void json(StepReport report) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("event", "step");
        step.put("batch", batch);
        step.put("samples", report.batch());
        step.put("loss", report.loss());
        console.json(step);
        for (StepReport.NodeReport n : report.nodes()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "node");
            json.put("node", n.node());
            json.put("type", n.type());
            json.put("outputs", n.outputs());
            json.put("gradients", n.gradients());
            console.json(json);
        }
        for (StepReport.ParameterReport p : report.parameters()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "parameter");
            json.put("parameter", p.parameter());
            json.put("before", p.before());
            json.put("gradient", p.gradient());
            json.put("after", p.after());
            console.json(json);
        }
    }

    private void print(StepReport report) {
        console.say("cli.step.head", report.batch(), report.loss());
        for (StepReport.NodeReport n : report.nodes()) {
            n.outputs().forEach((port, v) -> {
                console.line(n.node() + "." + port + " = " + v);
                Object g = n.gradients().get(port);
                if (g != null) {
                    console.line("  dL/d(" + n.node() + "." + port + ") = " + g);
                }
            });
        }
        for (StepReport.ParameterReport p : report.parameters()) {
            console.line(p.parameter());
            console.line("  " + console.messages().get("cli.step.before") + " " + p.before());
            if (p.gradient() != null) {
                console.line("  " + console.messages().get("cli.step.gradient") + " " + p.gradient());
            }
            console.line("  " + console.messages().get("cli.step.after") + " " + p.after());
        }
    }
}
