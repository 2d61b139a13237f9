package io.netwright.cli;

import io.netwright.exchange.checkpoint.CheckpointFile;
import io.netwright.exchange.checkpoint.CheckpointFolder;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.project.ProjectFile;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.Divergence;
import io.netwright.train.EpochReport;
import io.netwright.train.Keeper;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingRun;
import io.netwright.train.TrainingRun.Event;
import io.netwright.train.TrainingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `netwright train`: trains a project from fresh or given weights and writes what came out.
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--epochs", paramLabel = "N")
    private @Nullable Integer epochs;

    @Option(names = "--seed", paramLabel = "S")
    private @Nullable Long seed;

    @Option(names = "--precision", paramLabel = "P")
    private @Nullable String precision;

    @Option(names = "--threads", paramLabel = "N")
    private @Nullable Integer threads;

    @Option(names = "--weights", paramLabel = "W")
    private @Nullable Path weights;

    @Option(names = "--resume")
    private boolean resume;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (resume && weights != null) {
            throw new UserException(
                    Message.of("cli.error.resumeOrWeights"),
                    new UserException.Where("", "--resume"),
                    Message.of("cli.error.oneOfThem"),
                    Message.of("cli.text", "--resume --weights"),
                    null);
        }
        TrainingPlan plan = project.plan(spec());
        Path file = target();
        CheckpointFolder checkpoints = new CheckpointFolder(folder());
        CheckpointFile.Saved from = resume ? CheckpointFile.load(checkpoints.file(Keeper.Which.LAST), plan) : null;
        Keeper keeper = checkpoints.keeper(plan);
        TrainingRun.Result result;
        try (EpochBar bar = common.json() ? null : EpochBar.on(console, plan, from)) {
            TrainingRun.Listener listener = event -> on(event, plan, bar);
            result = from == null
                    ? TrainingRun.run(
                            plan,
                            project.weightsOrInitial(plan, weights, plan.spec().precision()),
                            listener,
                            keeper)
                    : TrainingRun.resume(plan, from.moment(), from.history(), listener, keeper);
        }
        if (result.divergence().isPresent()) {
            return diverged(result.divergence().get());
        }
        WeightsFile.save(file, result.parameters());
        done(result, file);
        return Exit.OK;
    }

    private TrainingSpec spec() {
        TrainingSpec spec = project.project().training();
        if (epochs != null) {
            spec = spec.withEpochs(epochs);
        }
        if (seed != null) {
            spec = spec.withSeed(seed);
        }
        if (threads != null) {
            spec = spec.withThreads(threads);
        }
        return precision == null ? spec : spec.withPrecision(parse(precision));
    }

    private static Precision parse(String text) {
        try {
            return Precision.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    Message.of("cli.error.precision", text),
                    new UserException.Where("", "--precision"),
                    Message.of("cli.error.precisions"),
                    Message.of("cli.text", text),
                    e);
        }
    }

    private Path folder() {
        return out == null ? project.folder() : out;
    }

    private Path target() {
        Path folder = folder();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserException(
                    Message.of("cli.error.folder", folder.toString()),
                    new UserException.Where(folder.toString(), ""),
                    Message.of("cli.error.aFolder"),
                    Message.of("cli.text", String.valueOf(e.getMessage())),
                    e);
        }
        return folder.resolve(ProjectFile.WEIGHTS);
    }

    private void on(Event event, TrainingPlan plan, @Nullable EpochBar bar) {
        if (event instanceof Event.Epoch(EpochReport report)) {
            boolean logged = report.epoch() % plan.spec().logEvery() == 0
                    || report.epoch() == plan.spec().epochs();
            if (common.json() && logged) {
                console.json(epoch(report));
            } else if (bar != null) {
                bar.epoch(report, logged);
            }
        }
    }

    private static Map<String, Object> epoch(EpochReport r) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", "epoch");
        json.put("epoch", r.epoch());
        json.put("step", r.step());
        json.put("loss", r.loss());
        if (r.validation() != null) {
            json.put("validationLoss", r.validation().loss());
        }
        json.put("metrics", r.metrics());
        if (r.validation() != null) {
            json.put("validationMetrics", r.validation().metrics());
        }
        json.put("learningRate", r.learningRate());
        json.put("samplesPerSecond", r.samplesPerSecond());
        return json;
    }

    private void done(TrainingRun.Result result, Path file) {
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", "done");
            json.put("epochs", result.epochs());
            json.put("steps", result.steps());
            result.last().ifPresent(last -> {
                json.put("loss", last.loss());
                if (last.validation() != null) {
                    json.put("validationLoss", last.validation().loss());
                }
            });
            json.put("weights", file.toString());
            console.json(json);
        } else {
            console.say("cli.train.done", result.epochs(), result.steps(), file.toString());
        }
    }

    private int diverged(Divergence d) {
        if (common.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "diverged");
            json.put("epoch", d.epoch());
            json.put("step", d.step());
            json.put("node", d.node());
            json.put("op", d.op());
            json.put("phase", d.phase().name().toLowerCase(java.util.Locale.ROOT));
            json.put("message", console.messages().format(d.message()));
            console.json(json);
        }
        console.warn(d.message());
        return Exit.NO;
    }
}
