package io.netwright.cli;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.RateFinder;
import io.netwright.train.RateFinder.Settings;
import io.netwright.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright lrfind`: trains with ever larger learning rates and says which one suits.
@Command(name = "lrfind")
final class LrfindCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--from", paramLabel = "R", defaultValue = "1e-6")
    private double from;

    @Option(names = "--to", paramLabel = "R", defaultValue = "10")
    private double to;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "100")
    private int steps;

    LrfindCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        TrainingPlan plan = project.plan(project.project().training());
        RateFinder.Result result = RateFinder.find(
                plan, project.weightsOrInitial(plan, weights, plan.spec().precision()), settings);
        if (common.json()) {
            console.json(json(result));
        } else {
            print(result);
        }
        return result.steepest().isPresent() ? Exit.OK : Exit.NO;
    }

    private Settings settings() {
        try {
            return new Settings(from, to, steps);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    Message.of("cli.error.rates"),
                    new UserException.Where("", "--from, --to, --steps"),
                    Message.of("cli.error.ratesExpected", Settings.LEAST_STEPS),
                    Message.of("cli.text", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static Map<String, ?> json(RateFinder.Result r) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("steepest", number(r.steepest()));
        json.put("lowest", number(r.lowest()));
        json.put("exploded", r.exploded());
        List<Map<String, Double>> points = r.points().stream()
                .map(p -> {
                    Map<String, Double> one = new LinkedHashMap<>();
                    one.put("learningRate", p.rate());
                    one.put("loss", p.loss());
                    one.put("smoothed", p.smoothed());
                    return one;
                })
                .toList();
        json.put("points", points);
        return json;
    }

    private static @Nullable Double number(OptionalDouble d) {
        return d.isPresent() ? d.getAsDouble() : null;
    }

    private void print(RateFinder.Result r) {
        // about twenty lines, whatever the number of steps
        int every = Math.max(1, r.points().size() / 20);
        for (int i = 0; i < r.points().size(); i += every) {
            RateFinder.Point p = r.points().get(i);
            console.line(String.format(Locale.ENGLISH, "%.2e  %.6g", p.rate(), p.smoothed()));
        }
        if (r.steepest().isEmpty()) {
            console.say("cli.lrfind.none");
            return;
        }
        console.say(
                "cli.lrfind.found",
                text(r.steepest()),
                text(OptionalDouble.of(r.lowest().orElseThrow() / 10)));
    }

    private static String text(OptionalDouble d) {
        return String.format(Locale.ENGLISH, "%.1e", d.orElseThrow());
    }
}
