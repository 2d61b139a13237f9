package io.netwright.cli;

import io.netwright.cli.WatchFigures.Chart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/// `netwright bench --watch`: what it costs to watch a network being trained.
final class WatchBench {

    @Option(names = "--watch")
    private boolean wanted;

    @Option(names = "--samples", paramLabel = "NAME", split = ",", defaultValue = "spirals,digits-cnn")
    private List<String> samples = List.of();

    @Option(names = "--pairs", paramLabel = "N", defaultValue = "12")
    private int pairs;

    boolean isWanted() {
        return wanted;
    }

    int run(Console console, Desktop desktop, boolean json, int frames) {
        for (String sample : samples) {
            // the chart is the same for all: once is enough
            WatchFigures f = desktop.benchWatch(sample, pairs, sample.equals(samples.getFirst()) ? frames : 0);
            if (json) {
                console.json(json(f));
            } else {
                console.say(
                        "cli.bench.watch",
                        f.project(),
                        String.format(Locale.ENGLISH, "%,.0f", f.closed()),
                        String.format(Locale.ENGLISH, "%,.0f", f.open()),
                        String.format(Locale.ENGLISH, "%.3f", f.ratio()));
                for (Chart c : f.chart()) {
                    console.say(
                            "cli.bench.chart",
                            c.points(),
                            String.format(Locale.ENGLISH, "%.1f", c.frames().median()),
                            String.format(Locale.ENGLISH, "%.1f", c.frames().p99()));
                }
            }
        }
        return Exit.OK;
    }

    private static Map<String, Object> json(WatchFigures f) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", "watch");
        json.put("project", f.project());
        json.put("closedStepsPerSecond", f.closed());
        json.put("openStepsPerSecond", f.open());
        json.put("ratio", f.ratio());
        json.put(
                "chart",
                f.chart().stream()
                        .map(c -> Map.of(
                                "points",
                                c.points(),
                                "medianMs",
                                c.frames().median(),
                                "p99Ms",
                                c.frames().p99()))
                        .toList());
        return json;
    }
}
