package io.netwright.cli;

import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.train.TrainingPlan;
import io.netwright.train.check.GradientCheck;
import io.netwright.train.check.GradientReport;
import io.netwright.train.check.PlanCheck;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright gradcheck`: backpropagation against difference quotients, in float64.
@Command(name = "gradcheck")
final class GradcheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--samples", paramLabel = "N", defaultValue = "8")
    private int samples;

    @Option(names = "--elements", paramLabel = "N", defaultValue = "64")
    private int elements;

    GradcheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TrainingPlan plan = project.plan(project.project().training());
        Parameters parameters = project.weightsOrInitial(plan, weights, Precision.FLOAT64);
        GradientReport report = PlanCheck.check(
                plan,
                parameters,
                Math.max(1, samples),
                GradientCheck.Settings.DEFAULT.withElements(Math.max(0, elements)));
        if (common.json()) {
            console.json(json(report));
        } else {
            print(report);
        }
        return report.passed() ? Exit.OK : Exit.NO;
    }

    private static Map<String, ?> json(GradientReport r) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("passed", r.passed());
        json.put("maxRelativeError", r.maxRelativeError());
        json.put("tolerance", r.tolerance());
        json.put("worst", r.worst() == null ? null : element(r.worst()));
        json.put("checked", r.checked());
        json.put("kinks", r.kinkCount());
        json.put("loss", r.loss());
        json.put(
                "parameters",
                r.parameters().stream()
                        .map(p -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("parameter", p.parameter());
                            one.put("elements", p.elements());
                            one.put("checked", p.checked());
                            one.put("kinks", p.kinks());
                            one.put(
                                    "maxRelativeError",
                                    p.worst() == null ? null : p.worst().relativeError());
                            return one;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> element(GradientReport.Element e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("parameter", e.parameter());
        json.put("index", e.index());
        json.put("analytic", e.analytic());
        json.put("numeric", e.numeric());
        json.put("relativeError", e.relativeError());
        return json;
    }

    private void print(GradientReport r) {
        r.parameters()
                .forEach(p -> console.line(String.format(
                        Locale.ENGLISH,
                        "%-24s %7d / %-7d %s",
                        p.parameter(),
                        p.checked(),
                        p.elements(),
                        p.worst() == null
                                ? "-"
                                : String.format(
                                        Locale.ENGLISH, "%.2e", p.worst().relativeError()))));
        console.say("cli.gradcheck.kinks", r.kinkCount());
        String worst = String.format(Locale.ENGLISH, "%.2e", r.maxRelativeError());
        String bound = String.format(Locale.ENGLISH, "%.0e", r.tolerance());
        console.say(r.passed() ? "cli.gradcheck.passed" : "cli.gradcheck.failed", worst, bound);
    }
}
