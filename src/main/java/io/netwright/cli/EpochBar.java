package io.netwright.cli;

import io.netwright.exchange.checkpoint.CheckpointFile;
import io.netwright.train.EpochReport;
import io.netwright.train.TrainingPlan;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A progress bar over the epochs of a run, on standard error, and a line an epoch on standard output.
final class EpochBar implements AutoCloseable {

    private static final int WIDTH = 100;
    private static final String CLEAR = "\r" + " ".repeat(WIDTH) + "\r";

    private final Console console;
    private final ProgressBar bar;

    private EpochBar(Console console, ProgressBar bar) {
        this.console = console;
        this.bar = bar;
    }

    /// @param from where the run goes on from; null where it begins
    static EpochBar on(Console console, TrainingPlan plan, CheckpointFile.@Nullable Saved from) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(console.messages().get("cli.train.task"))
                .setInitialMax(plan.spec().epochs())
                .setMaxRenderedLength(WIDTH)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .build();
        if (from != null) {
            bar.stepTo(from.moment().epoch());
        }
        return new EpochBar(console, bar);
    }

    void epoch(EpochReport report, boolean logged) {
        bar.step();
        bar.setExtraMessage(String.format(Locale.ENGLISH, " loss %.4g", report.loss()));
        if (logged) {
            // the bar stands on the terminal's current line: it makes room, and comes back below
            console.err().print(CLEAR);
            console.err().flush();
            console.line(line(report));
        }
    }

    private static String line(EpochReport r) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ENGLISH, "epoch %5d  step %7d  loss %-10.5g", r.epoch(), r.step(), r.loss()));
        append(line, "", r.metrics());
        if (r.validation() != null) {
            line.append(String.format(
                    Locale.ENGLISH, "  validation loss %-10.5g", r.validation().loss()));
            append(line, "validation ", r.validation().metrics());
        }
        return line.append(String.format(Locale.ENGLISH, "  %,.0f samples/s", r.samplesPerSecond()))
                .toString();
    }

    private static void append(StringBuilder line, String part, Map<String, Double> metrics) {
        metrics.forEach((key, v) -> line.append(String.format(Locale.ENGLISH, "  %s%s %-8.4g", part, key, v)));
    }

    @Override
    public void close() {
        bar.close();
    }
}
